import type { DataSource } from 'typeorm';
import { ProjectionCheckpoint } from './checkpoint.entity';
import type { ProjectionBinding } from './projection.binding';

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /** Absent where nothing was read yet. */
  readonly position?: bigint;
  /** Events that it has read, those that it does not look at included. */
  readonly eventsSeen: number;
  /** Events between it and the head of the log: 0 is exact, other numbers follow from the mean size so far. */
  readonly lagEvents?: number;
  /** Age of the last event that it has seen; 0 when it is at the head. */
  readonly lagSeconds?: number;
  /** ISO 8601 UTC. */
  readonly updatedAt: string;
  readonly failure?: { readonly message: string; readonly since: string };
  /** Sequences that an event has parked: their rows are those of the time before it. */
  readonly parked: number;
  /** Since when the first of them is; ISO 8601 UTC. */
  readonly oldestParkedAt?: string;
}

export interface StatusOptions {
  readonly dataSource: DataSource;
  readonly bindings: readonly ProjectionBinding[];
  /** Position of the newest event of the log; undefined where it is empty. */
  readonly head: () => Promise<bigint | undefined>;
  readonly nowMs: () => number;
}

/** How far the projections are, as their writers last said; works from any process. Names in the order of `bindings`. */
export async function readProjectionStatus(options: StatusOptions): Promise<ProjectionStatus[]> {
  // The head first: read after the checkpoints it could only make them look further behind.
  const head = await options.head();
  const checkpoints = await options.dataSource.getRepository(ProjectionCheckpoint).find();
  const parked = await readParked(options.dataSource);
  const spacing = meanSpacing(checkpoints);
  const byName = new Map(checkpoints.map((checkpoint) => [checkpoint.name, checkpoint]));
  return options.bindings.map(({ projection: { name, version } }) => {
    const checkpoint = byName.get(name);
    const known = parked.get(name) ?? { parked: 0 };
    if (checkpoint) return { ...describe(checkpoint, head, spacing, options.nowMs()), ...known };
    return { name, version, eventsSeen: 0, updatedAt: new Date(options.nowMs()).toISOString(), ...known };
  });
}

async function readParked(dataSource: DataSource): Promise<Map<string, { parked: number; oldestParkedAt: string }>> {
  const rows: { projection: string; parked: number; since: Date }[] = await dataSource.query(
    'SELECT projection, count(*)::int AS parked, min(parked_at) AS since FROM projection_parked GROUP BY projection',
  );
  return new Map(
    rows.map(({ projection, parked, since }) => [projection, { parked, oldestParkedAt: since.toISOString() }]),
  );
}

function describe(
  checkpoint: ProjectionCheckpoint,
  head: bigint | undefined,
  spacing: number | undefined,
  nowMs: number,
): Omit<ProjectionStatus, 'parked'> {
  const { name, version, eventsSeen, updatedAt, failure, failedAt, lastRecordedAt } = checkpoint;
  const position = checkpoint.position ?? undefined;
  const known = { name, version, position, eventsSeen, updatedAt };
  const failed = failure === null ? {} : { failure: { message: failure, since: failedAt ?? updatedAt } };
  if (head === undefined || (position !== undefined && position >= head)) {
    return { ...known, ...failed, lagEvents: 0, lagSeconds: 0 };
  }
  const lagEvents = estimateEvents(head - (position ?? 0n), spacing);
  return { ...known, ...failed, lagEvents, lagSeconds: secondsSince(lastRecordedAt, nowMs) };
}

/**
 * What positions grow by per event: bytes in some logs, 1 in others. From the projection that has read the most.
 */
function meanSpacing(checkpoints: readonly ProjectionCheckpoint[]): number | undefined {
  const [longest] = checkpoints.toSorted((one, other) => other.eventsSeen - one.eventsSeen);
  if (!longest?.position || longest.eventsSeen === 0) return undefined;
  return Number(longest.position) / longest.eventsSeen;
}

const estimateEvents = (behind: bigint, spacing: number | undefined): number | undefined =>
  spacing === undefined ? undefined : Math.max(1, Math.round(Number(behind) / spacing));

const secondsSince = (instant: string | null, nowMs: number): number | undefined =>
  instant === null ? undefined : Math.max(0, Math.round((nowMs - Date.parse(instant)) / 1000));
