import { waitForPosition } from '@tenure/projections';
import type { DataSource } from 'typeorm';

/** Knows how far the read models are. */
export abstract class PositionWaiter {
  /** Resolves once all projections have reached the position; rejects with ProjectionBehindError when the time is up. */
  abstract waitFor(position: bigint, projections: readonly string[], timeoutMs: number): Promise<void>;
}

/** Asks the checkpoints, whichever process writes them. Where `signal` is aborted, the time is up for all. */
export class CheckpointWaiter extends PositionWaiter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signal?: AbortSignal,
  ) {
    super();
  }

  waitFor(position: bigint, projections: readonly string[], timeoutMs: number): Promise<void> {
    return waitForPosition(this.dataSource, projections, position, timeoutMs, this.signal);
  }
}
