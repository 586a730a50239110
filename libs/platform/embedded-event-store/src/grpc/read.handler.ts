import type { LoggedEvent } from '../log/logged-event';
import { readAllBackwards, readAllForwards } from '../store/all.reader';
import type { EventStore } from '../store/event-store';
import { firstReadableRevision, readPage, type RevisionRange } from '../store/stream.reader';
import { toFailure, type GrpcCall } from './grpc.call';
import { WRITE_BYTES, assertNotTombstoned, contextOf, filterOf, invalid, type ReadContext } from './read.context';
import { readReadRequest, type ReadRequest } from './read.request';
import { subscribeToAll, subscribeToStream } from './subscription.handler';

/** Streams/Read: reads of a stream and of `$all`, and both kinds of catch-up subscription. */
export function handleRead(store: EventStore, call: GrpcCall): void {
  let request: ReadRequest | undefined;
  call.open();
  call.receive({
    onMessage(message) {
      request = readReadRequest(message);
    },
    onEnd() {
      if (request === undefined) throw invalid('a read needs options');
      serve(contextOf(store, call, request)).then(
        () => call.complete(),
        (error: unknown) => call.fail(toFailure(error)),
      );
    },
  });
}

async function serve(context: ReadContext): Promise<void> {
  const { streamName, isBackwards, isSubscription } = context.request;
  if (streamName === '') throw invalid('the name of the stream is empty');
  if (isSubscription && isBackwards) throw invalid('a subscription reads forwards');
  if (isSubscription)
    return streamName === undefined ? subscribeToAll(context) : subscribeToStream(context, streamName);
  return streamName === undefined ? readAll(context) : readStream(context, streamName);
}

async function readStream(context: ReadContext, streamName: string): Promise<void> {
  const { store, call, request, responses } = context;
  assertNotTombstoned(store, streamName);
  const stream = store.stream(streamName);
  if (stream === undefined || stream.positions.length === 0 || stream.metadata.isSoftDeleted) {
    responses.addStreamNotFound(streamName);
    return context.send();
  }
  let range = rangeOf(request, firstReadableRevision(store.log, stream), stream.positions.length);
  let left = request.maxCount;
  while (left > 0 && range.from < range.to && call.isOpen) {
    const page = readPage(store.log, stream, range, request.isBackwards);
    for (const event of page.events.slice(0, left)) context.addEvent(event);
    left -= page.events.length;
    range = page.rest;
    await context.send(WRITE_BYTES);
  }
  await context.send();
}

function rangeOf({ from, isBackwards }: ReadRequest, first: number, length: number): RevisionRange {
  if (isBackwards) {
    const last = from === 'end' ? length - 1 : from === 'start' ? 0 : Math.min(from, length - 1);
    return { from: first, to: last + 1 };
  }
  const start = from === 'end' ? length : from === 'start' ? 0 : from;
  return { from: Math.max(first, start), to: length };
}

async function readAll(context: ReadContext): Promise<void> {
  const { store, call, request } = context;
  const accepts = filterOf(request.filter);
  let left = request.maxCount;
  for await (const page of pagesOfAll(store, request)) {
    for (const event of page) {
      if (left > 0 && accepts(event)) {
        context.addEvent(event);
        left--;
      }
    }
    await context.send(WRITE_BYTES);
    if (left <= 0 || !call.isOpen) break;
  }
  await context.send();
}

function pagesOfAll({ log }: EventStore, { from, isBackwards }: ReadRequest): AsyncGenerator<LoggedEvent[]> {
  const position = from === 'start' ? 0 : from === 'end' ? log.end : from;
  return isBackwards ? readAllBackwards(log, position) : readAllForwards(log, position);
}
