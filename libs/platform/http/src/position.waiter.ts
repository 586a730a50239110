import type { LaggingProjection } from './problem.details';

/** Knows how far the read models are. */
export abstract class PositionWaiter {
  /**
   * Resolves as soon as all projections have reached the position, with none; or when the time is up, with those that
   * have not.
   */
  abstract waitFor(
    position: bigint,
    projections: readonly string[],
    timeoutMs: number,
  ): Promise<readonly LaggingProjection[]>;
}
