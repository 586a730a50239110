import type { EventStore } from '../store/event-store';
import type { ProposedEvent } from '../streams/recorded-event.codec';
import { appendSize, isOversize, readAppendRequest, readDeleteRequest, type AppendOptions } from './append.requests';
import { appendResponse, deleteResponse, failureOf, type Refusal } from './append.responses';
import type { GrpcCall } from './grpc.call';

/** Streams/Append: options, then the events one by one, then the answer. */
export function handleAppend(store: EventStore, call: GrpcCall): void {
  let options: AppendOptions | undefined;
  let bytes = 0;
  const events: ProposedEvent[] = [];
  call.receive({
    onMessage(message) {
      const request = readAppendRequest(message);
      options ??= request.options;
      if (request.event === undefined || options === undefined) return;
      bytes += appendSize(request.event.event);
      const refusal = refusalOf(options, bytes, request.event.problem);
      if (refusal === undefined) events.push(request.event.event);
      else call.fail(failureOf(options, refusal));
    },
    onEnd() {
      const stated: AppendOptions = options ?? { streamName: '', expected: 'any', deadlineMs: 0 };
      const refusal = refusalOf(stated, bytes, undefined);
      if (refusal !== undefined) return call.fail(failureOf(stated, refusal));
      store.submit({ kind: 'append', ...stated, events }, (outcome) => {
        if (outcome.kind === 'written' || outcome.kind === 'wrong-expected-version') {
          call.reply(appendResponse(stated, outcome));
        } else call.fail(failureOf(stated, outcome));
      });
    },
  });
}

/** Streams/Delete and Streams/Tombstone. */
export function handleDelete(store: EventStore, call: GrpcCall, kind: 'delete' | 'tombstone'): void {
  let options: AppendOptions | undefined;
  call.receive({
    onMessage(message) {
      options = readDeleteRequest(message);
    },
    onEnd() {
      const stated: AppendOptions = options ?? { streamName: '', expected: 'any', deadlineMs: 0 };
      const refusal = refusalOf(stated, 0, undefined);
      if (refusal !== undefined) return call.fail(failureOf(stated, refusal));
      store.submit({ kind, streamName: stated.streamName, expected: stated.expected }, (outcome) => {
        if (outcome.kind === 'written') call.reply(deleteResponse(outcome));
        else call.fail(failureOf(stated, outcome));
      });
    },
  });
}

export function refusalOf(
  { streamName }: AppendOptions,
  bytes: number,
  problem: string | undefined,
): Refusal | undefined {
  if (streamName === '') return { kind: 'invalid', message: 'the name of the stream is empty' };
  if (streamName === '$all') return { kind: 'invalid', message: '$all is not a stream that can be written to' };
  if (isOversize(bytes)) return { kind: 'too-large' };
  return problem === undefined ? undefined : { kind: 'invalid', message: problem };
}
