import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { Feed } from '@tenure/projections';

const MAX_EVENTS = 1_000;

/** All that is in the log, for whoever works something out of the whole history; a Nest token. */
export class EventHistory {
  constructor(private readonly feed: Feed) {}

  /** Every event of these types from the beginning to what was newest on the way, ordered by position. */
  async *read(types: readonly string[], signal: AbortSignal): AsyncGenerator<readonly Recorded<DomainEvent>[]> {
    const wanted = new Set(types);
    for await (const { events, caughtUp } of this.feed.batches(undefined, { maxEvents: MAX_EVENTS, types, signal })) {
      yield events.filter(({ type }) => wanted.has(type));
      if (caughtUp) return;
    }
  }
}
