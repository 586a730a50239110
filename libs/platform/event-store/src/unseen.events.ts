import { type EventStoreDBClient, FORWARDS, type Position, START } from '@eventstore/db-client';

/** What the log holds beyond a position. System events don't count. */
export interface UnseenEvents {
  /** At most a page of them is counted; see `isAll`. */
  readonly count: number;
  readonly isAll: boolean;
  /** When the event store wrote the oldest one, ISO 8601 UTC; absent where there is none. */
  readonly oldestRecordedAt: string | undefined;
}

const PAGE_EVENTS = 100;

/** Looks at one page of the log after a position, or at more where that holds system events alone. */
export async function unseenEvents(client: EventStoreDBClient, after: bigint | undefined): Promise<UnseenEvents> {
  let from: Position | typeof START = after === undefined ? START : { commit: after, prepare: after };
  for (;;) {
    const page = await readPage(client, from, after);
    const isAll = page.read < PAGE_EVENTS;
    if (isAll || page.count > 0) return { count: page.count, isAll, oldestRecordedAt: page.oldestRecordedAt };
    from = page.last;
  }
}

interface Page {
  read: number;
  count: number;
  oldestRecordedAt: string | undefined;
  last: Position | typeof START;
}

/** Read to its end: a read that is left early keeps the client from being disposed of. */
async function readPage(client: EventStoreDBClient, from: Page['last'], after: bigint | undefined): Promise<Page> {
  const page: Page = { read: 0, count: 0, oldestRecordedAt: undefined, last: from };
  const options = { direction: FORWARDS, fromPosition: from, maxCount: PAGE_EVENTS } as const;
  for await (const { event } of client.readAll(options)) {
    page.read++;
    if (!event) continue;
    page.last = event.position;
    if (event.type.startsWith('$') || event.position.commit <= (after ?? -1n)) continue;
    page.count++;
    page.oldestRecordedAt ??= event.created.toISOString();
  }
  return page;
}
