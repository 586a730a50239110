import type { DataSource } from 'typeorm';
import type { Feed, Reread } from './feed';
import type { OnParked } from './parking.word';
import type { ProjectionBinding } from './projection.binding';

export interface EngineOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  /** Where parked sequences are read again from; without it none is ever released. */
  readonly reread?: Reread;
  readonly bindings: readonly ProjectionBinding[];
  /** Position of the newest event of the log; undefined where it is empty. */
  readonly head: () => Promise<bigint | undefined>;
  /** Events folded before rows are written, when there is much to catch up on; 1000 unless given. */
  readonly maxBatchEvents?: number;
  /** Rows per projection that are kept in memory at the least; 20,000 unless given. */
  readonly cacheRows?: number;
  /** How often it is looked whether a parked sequence is to be released, while there is one; 1000 unless given. */
  readonly parkedPollMs?: number;
  /** For logs: called on every failure; the engine goes on by itself. */
  readonly onFailure?: (projections: readonly string[], error: unknown) => void;
  /** For logs and alarms: called when an event has parked its sequence, once that is committed. */
  readonly onParked?: OnParked;
  readonly nowMs?: () => number;
}
