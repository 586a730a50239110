import { randomUUID } from 'node:crypto';
import type { LoggedEvent } from '../log/logged-event';
import { AllReader } from '../store/all.reader';
import type { CommitWait } from '../store/commit.signal';
import { firstReadableRevision, readPage } from '../store/stream.reader';
import { WRITE_BYTES, assertNotTombstoned, filterOf, type ReadContext } from './read.context';

/** Where a subscription gets its events from. An empty page means that there are no more, for now. */
type Feed = {
  nextPage(): Promise<LoggedEvent[]> | LoggedEvent[];
  add(event: LoggedEvent): void;
  beforeCaughtUp(): void;
  waitForCommit(): CommitWait;
};

/** Everything after a revision, then what is written from then on, until the client goes or the stream is tombstoned. */
export async function subscribeToStream(context: ReadContext, streamName: string): Promise<void> {
  const { store, request } = context;
  const length = store.stream(streamName)?.positions.length ?? 0;
  let next = request.from === 'start' ? 0 : request.from === 'end' ? length : request.from + 1;
  assertNotTombstoned(store, streamName);
  await follow(context, {
    nextPage() {
      const stream = store.stream(streamName);
      if (stream === undefined) return [];
      const range = { from: Math.max(next, firstReadableRevision(store.log, stream)), to: stream.positions.length };
      if (range.from >= range.to) return [];
      const page = readPage(store.log, stream, range, false);
      next = page.rest.from;
      return page.events;
    },
    add: (event) => context.addEvent(event),
    beforeCaughtUp: () => undefined,
    waitForCommit() {
      assertNotTombstoned(store, streamName);
      return store.commits.waitForStream(streamName);
    },
  });
}

/** Everything after a position, then what is written from then on; with a filter, checkpoints tell how far it looked. */
export async function subscribeToAll(context: ReadContext): Promise<void> {
  const { store, request, responses } = context;
  const accepts = filterOf(request.filter);
  const interval = request.filter?.checkpointInterval ?? Number.POSITIVE_INFINITY;
  const from = request.from === 'start' ? 0 : request.from === 'end' ? store.log.end : request.from + 1;
  const reader = new AllReader(store.log, from);
  let lastConsidered = Math.max(0, from - 1);
  let considered = 0;
  await follow(context, {
    nextPage: () => reader.next(),
    add(event) {
      if (accepts(event)) context.addEvent(event);
      lastConsidered = event.position;
      if (++considered % interval === 0) responses.addCheckpoint(lastConsidered);
    },
    beforeCaughtUp() {
      if (request.filter !== undefined) responses.addCheckpoint(lastConsidered);
    },
    waitForCommit: () => store.commits.waitForAny(),
  });
}

async function follow(context: ReadContext, feed: Feed): Promise<void> {
  const { store, call, responses } = context;
  let isCaughtUp = false;
  responses.addConfirmation(randomUUID());
  while (call.isOpen) {
    const end = store.log.end;
    const page = await feed.nextPage();
    for (const event of page) feed.add(event);
    if (page.length > 0) {
      await context.send(WRITE_BYTES);
      continue;
    }
    if (!isCaughtUp) {
      feed.beforeCaughtUp();
      responses.addCaughtUp();
      isCaughtUp = true;
    }
    await context.send();
    if (store.log.end === end) await untilCommit(context, feed.waitForCommit());
  }
}

async function untilCommit({ call }: ReadContext, wait: CommitWait): Promise<void> {
  call.onClosed = wait.wake;
  if (!call.isOpen) wait.wake();
  await wait.promise;
}
