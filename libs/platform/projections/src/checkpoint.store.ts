import type { ClientBase } from 'pg';
import { ProjectionFencedError, ProjectionReplacedError } from './projection.errors';

/** A writer's right to a projection's rows, and how far they are. */
export interface Claim {
  readonly name: string;
  readonly version: number;
  readonly position: bigint | undefined;
  readonly epoch: bigint;
  readonly generation: bigint;
  readonly eventsSeen: number;
}

/** What a batch adds to a checkpoint. */
export interface Advance {
  readonly name: string;
  readonly position: bigint | undefined;
  readonly eventsSeen: number;
  readonly lastRecordedAt: string | undefined;
}

const COLUMNS = 'name, version, position, epoch, generation, events_seen';

export async function ensureCheckpoints(
  client: ClientBase,
  projections: readonly { readonly name: string; readonly version: number }[],
): Promise<void> {
  await client.query(
    `INSERT INTO projection_checkpoint (name, version) SELECT * FROM unnest($1::text[], $2::int[]) ON CONFLICT DO NOTHING`,
    [projections.map(({ name }) => name), projections.map(({ version }) => version)],
  );
}

/** A claim taken by a start of the engine. */
export interface StartClaim extends Claim {
  /** Earlier starts have ended without a commit, or amid an event that was tried with care. */
  readonly needsCare: boolean;
}

/**
 * Shuts every other writer out. Waits for one that is just committing. Counts the start, which the first commit takes
 * back, for an event that ends the process before would do so for ever.
 */
export async function takeOver(client: ClientBase, names: readonly string[]): Promise<StartClaim[]> {
  const { rows } = await client.query<CheckpointRecord & { readonly needs_care: boolean }>(
    `UPDATE projection_checkpoint SET epoch = epoch + 1, starts_without_progress = starts_without_progress + 1
     WHERE name = ANY($1)
     RETURNING ${COLUMNS}, starts_without_progress > $2 OR tried_position IS NOT NULL AS needs_care`,
    [names, MOST_STARTS_WITHOUT_PROGRESS],
  );
  return rows.map((record) => ({ ...toClaim(record), needsCare: record.needs_care }));
}

const MOST_STARTS_WITHOUT_PROGRESS = 3;

export async function readClaims(client: ClientBase, names: readonly string[]): Promise<Claim[]> {
  const { rows } = await client.query<CheckpointRecord>(
    `SELECT ${COLUMNS} FROM projection_checkpoint WHERE name = ANY($1)`,
    [names],
  );
  return rows.map(toClaim);
}

/** Locks the checkpoints, always in the same order, until the transaction ends. */
export async function lockCheckpoints(client: ClientBase, names: readonly string[]): Promise<Claim[]> {
  const { rows } = await client.query<CheckpointRecord>(
    `SELECT ${COLUMNS} FROM projection_checkpoint WHERE name = ANY($1) ORDER BY name FOR UPDATE`,
    [names],
  );
  return rows.map(toClaim);
}

/** Throws `ProjectionFencedError` or `ProjectionReplacedError` where the claims are no longer good. */
export function assertGood(held: readonly Claim[], current: readonly Claim[]): void {
  const now = new Map(current.map((claim) => [claim.name, claim]));
  const fenced = held.filter(({ name, epoch }) => now.get(name)?.epoch !== epoch);
  if (fenced.length > 0) throw new ProjectionFencedError(fenced.map(({ name }) => name));
  const replaced = held.filter(({ name, generation }) => now.get(name)?.generation !== generation);
  if (replaced.length > 0) throw new ProjectionReplacedError(replaced.map(({ name }) => name));
}

export async function advanceCheckpoints(client: ClientBase, advances: readonly Advance[]): Promise<void> {
  await client.query(
    `UPDATE projection_checkpoint AS checkpoint
     SET position = coalesce(batch.position, checkpoint.position), events_seen = checkpoint.events_seen + batch.seen,
       last_recorded_at = coalesce(batch.recorded_at, checkpoint.last_recorded_at), updated_at = now(),
       failure = NULL, failed_at = NULL, starts_without_progress = 0
     FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::timestamptz[]) AS batch (name, position, seen, recorded_at)
     WHERE checkpoint.name = batch.name`,
    [
      advances.map(({ name }) => name),
      advances.map(({ position }) => position?.toString() ?? null),
      advances.map(({ eventsSeen }) => eventsSeen),
      advances.map(({ lastRecordedAt }) => lastRecordedAt ?? null),
    ],
  );
}

/** Leaves word of a failure for other processes to see. */
export async function noteFailure(client: ClientBase, names: readonly string[], failure: string): Promise<void> {
  await client.query(
    'UPDATE projection_checkpoint SET failure = $2, failed_at = coalesce(failed_at, now()) WHERE name = ANY($1)',
    [names, failure],
  );
}

export async function clearFailure(client: ClientBase, names: readonly string[]): Promise<void> {
  await client.query('UPDATE projection_checkpoint SET failure = NULL, failed_at = NULL WHERE name = ANY($1)', [names]);
}

interface CheckpointRecord {
  readonly name: string;
  readonly version: number;
  readonly position: string | null;
  readonly epoch: string;
  readonly generation: string;
  readonly events_seen: string;
}

const toClaim = (record: CheckpointRecord): Claim => ({
  name: record.name,
  version: record.version,
  position: record.position === null ? undefined : BigInt(record.position),
  epoch: BigInt(record.epoch),
  generation: BigInt(record.generation),
  eventsSeen: Number(record.events_seen),
});
