import type { DomainEvent, Recorded } from '@tenure/kernel';

/** Consecutive events of the log, decoded and upcast, ordered by position. */
export interface FeedBatch {
  readonly events: readonly Recorded<DomainEvent>[];
  /** Everything up to here has been seen, also where the batch is empty or events were left out. */
  readonly position: bigint;
  /** True when nothing newer was known at the time of the batch. */
  readonly caughtUp: boolean;
}

/** Where projections and automation get their events from; a slow consumer holds the feed back. */
export interface Feed {
  /** Batches after (not including) a position, from the start of the log where none is given; endless until aborted. */
  batches(after: bigint | undefined, options: FeedOptions): AsyncIterable<FeedBatch>;
}

export interface FeedOptions {
  readonly maxEvents: number;
  readonly signal: AbortSignal;
}
