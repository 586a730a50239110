import type { DataSource } from 'typeorm';
import type { Feed, Reread } from './feed';
import type { OnParked } from './parking.word';
import type { ProjectionFold } from './projection.fold';

export interface RunOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly folds: readonly ProjectionFold[];
  readonly maxBatchEvents: number;
  /** How long rows that may change again are kept from being written, while there is much to catch up on. */
  readonly longestWaitMs: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Where it may release parked sequences. */
  readonly parked?: { readonly reread: Reread; readonly pollMs: number };
  readonly onParked?: OnParked;
}

export interface RunProgress {
  /** All rows up to here are committed. */
  readonly committed: bigint | undefined;
  /** All events up to here are folded. */
  readonly folded: bigint | undefined;
  /** Events read since the last word. */
  readonly events: number;
  /** Nothing newer was known. */
  readonly caughtUp: boolean;
}
