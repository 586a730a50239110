import { StallWatch, type ProjectionControl } from '@tenure/http';

type Status = Awaited<ReturnType<ProjectionControl['status']>>[number];

export interface WatchedProjection extends Status {
  /** Present where it is behind and has not moved for longer than it may. */
  readonly stalledMs?: number;
}

/** Says how far projections are and whether they stand still; one memory for whoever asks. */
export function watchProjections(
  projections: ProjectionControl,
  stalledAfterMs: number,
): () => Promise<WatchedProjection[]> {
  const watch = new StallWatch(stalledAfterMs);
  return async () => {
    const statuses = await projections.status();
    return statuses.map((status) => {
      const stalledMs = watch.stalledMs({ ...status, isBehind: status.lagEvents !== 0 && !isBeingFilled(status) });
      return stalledMs === undefined ? status : { ...status, stalledMs };
    });
  };
}

/** Its rows stand still by intention until the new ones take their place. */
const isBeingFilled = ({ state }: Status): boolean => state === 'filling';
