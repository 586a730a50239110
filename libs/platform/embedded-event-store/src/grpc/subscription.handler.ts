import { randomUUID } from 'node:crypto';
import { AllReader } from '../store/all.reader';
import type { CommitWait } from '../store/commit.signal';
import { firstReadableRevision, readPage } from '../store/stream.reader';
import type { GrpcCall } from './grpc.call';
import { WRITE_BYTES, assertNotTombstoned, filterOf, type ReadContext } from './read.context';

/** Everything after a revision, then what is written from then on, until the client goes or the stream is tombstoned. */
export async function subscribeToStream(context: ReadContext, streamName: string): Promise<void> {
  const { store, call, request, responses } = context;
  assertNotTombstoned(store, streamName);
  const length = store.stream(streamName)?.positions.length ?? 0;
  let next = request.from === 'start' ? 0 : request.from === 'end' ? length : request.from + 1;
  let isCaughtUp = false;
  responses.addConfirmation(randomUUID());
  while (call.isOpen) {
    const stream = store.stream(streamName);
    const from = stream === undefined ? next : Math.max(next, firstReadableRevision(stream));
    if (stream !== undefined && from < stream.positions.length) {
      const page = readPage(store.log, stream, { from, to: stream.positions.length }, false);
      for (const event of page.events) context.addEvent(event);
      next = page.rest.from;
      await context.send(WRITE_BYTES);
      continue;
    }
    if (!isCaughtUp) responses.addCaughtUp();
    isCaughtUp = true;
    if (responses.bytes > 0) {
      await context.send();
      continue;
    }
    assertNotTombstoned(store, streamName);
    await untilCommit(store.commits.waitForStream(streamName), call);
  }
}

/** Everything after a position, then what is written from then on; with a filter, checkpoints tell how far it looked. */
export async function subscribeToAll(context: ReadContext): Promise<void> {
  const { store, call, request, responses } = context;
  const accepts = filterOf(request.filter);
  const interval = request.filter?.checkpointInterval ?? Number.POSITIVE_INFINITY;
  const from = request.from === 'start' ? 0 : request.from === 'end' ? store.log.end : request.from + 1;
  const reader = new AllReader(store.log, from);
  let lastConsidered = Math.max(0, from - 1);
  let considered = 0;
  let isCaughtUp = false;
  responses.addConfirmation(randomUUID());
  while (call.isOpen) {
    const end = store.log.end;
    const page = await reader.next();
    for (const event of page) {
      if (accepts(event)) context.addEvent(event);
      lastConsidered = event.position;
      if (++considered % interval === 0) responses.addCheckpoint(lastConsidered);
    }
    if (page.length > 0) {
      await context.send(WRITE_BYTES);
      continue;
    }
    if (!isCaughtUp) {
      if (request.filter !== undefined) responses.addCheckpoint(lastConsidered);
      responses.addCaughtUp();
      isCaughtUp = true;
    }
    await context.send();
    if (store.log.end === end) await untilCommit(store.commits.waitForAny(), call);
  }
}

async function untilCommit(wait: CommitWait, call: GrpcCall): Promise<void> {
  call.onClosed = wait.wake;
  if (!call.isOpen) wait.wake();
  await wait.promise;
}
