import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { PoolClient } from 'pg';

/** Consecutive events of the log that a process asked for, ordered by position; it has seen everything up to `position`. */
export interface ProcessBatch {
  readonly events: readonly Recorded<DomainEvent>[];
  readonly position: bigint;
  /** Ids of the loads of history that were open at some point of it. */
  readonly openLoads: readonly string[];
  /** Nothing newer was known at the time: no other batch may follow for long. */
  readonly caughtUp: boolean;
}

/** Stores what a batch has led to, in the transaction that stores the position. */
export type StoreStep = (client: PoolClient) => Promise<void>;

/**
 * What acts on the log. Its state is what it has stored: after any failure a new one is opened and goes on from there, so
 * that it may act on the same events again, which must have no further effect.
 */
export interface Process {
  /** One batch at a time. What it resolves to is stored before the next one. */
  handle(batch: ProcessBatch): Promise<StoreStep | undefined>;
  /**
   * Stores what batches have led to for which nothing was given to be stored: whoever writes the same rows again and again
   * writes them once a second. Asked for before a position is stored without more, and when the log has been caught up with.
   */
  deferred?(): StoreStep | undefined;
  /**
   * Acts on the passing of time, until aborted: not before the log has been caught up with, and not while history is
   * being loaded, which may have yet to tell of what was earlier.
   */
  keepTime?(signal: AbortSignal): Promise<void>;
}
