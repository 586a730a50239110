import type { DomainEvent, Recorded } from '@tenure/kernel';

/** Consecutive events of the log, decoded and upcast, ordered by position. */
export interface FeedBatch {
  readonly events: readonly Recorded<DomainEvent>[];
  /** Events of known types that can't be decoded, ordered by position; those of unknown types are left out. */
  readonly undecodable?: readonly UndecodableEvent[];
  /** Everything up to here has been seen, also where the batch is empty or events were left out. */
  readonly position: bigint;
  /** True when nothing newer was known at the time of the batch. */
  readonly caughtUp: boolean;
}

/** An event that its codec refuses: its sequence waits until a newer codec reads it, or somebody skips it. */
export interface UndecodableEvent extends Omit<Recorded, 'data'> {
  /** A JSON value, or the bytes where it was not stored as JSON. */
  readonly data: unknown;
  /** Why not. */
  readonly undecodable: string;
}

export type FeedEvent = Recorded<DomainEvent> | UndecodableEvent;

export const isUndecodable = (event: FeedEvent): event is UndecodableEvent => 'undecodable' in event;

/** The events at these positions of the log, in any order; what is no longer there is left out. */
export type Reread = (positions: readonly bigint[]) => Promise<readonly FeedEvent[]>;

/** Where projections and automation get their events from; a slow consumer holds the feed back. */
export interface Feed {
  /** Batches after (not including) a position, from the start of the log where none is given; endless until aborted. */
  batches(after: bigint | undefined, options: FeedOptions): AsyncIterable<FeedBatch>;
}

export interface FeedOptions {
  readonly maxEvents: number;
  /** All that the caller looks at: a feed may leave out events of other types, and need not. */
  readonly types?: readonly string[];
  readonly signal: AbortSignal;
}
