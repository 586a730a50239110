import { storableText } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import type { Claim } from './checkpoint.store';

/** After an attempt, the next one that nobody asks for; the first is a minute after parking. */
const NEXT_ATTEMPT = `CASE attempts WHEN 1 THEN interval '10 minutes' WHEN 2 THEN interval '1 hour' END`;

/** A parked sequence that somebody wants released, or whose time has come. */
export interface DueRelease {
  readonly projection: string;
  readonly sequence: string;
  readonly position: bigint;
  readonly skips: boolean;
}

/** A process that ended while it tried this often is not to be ended once more, unless somebody asks for it. */
export const MOST_UNFINISHED_ATTEMPTS = 3;

/** In the order of the log. */
export async function readDueReleases(client: ClientBase, names: readonly string[]): Promise<DueRelease[]> {
  const { rows } = await client.query<{ projection: string; sequence: string; position: string; skips: boolean }>(
    `SELECT projection, sequence, position, request IS NOT DISTINCT FROM 'skip' AS skips FROM projection_parked
     WHERE projection = ANY($1) AND unfinished_attempts < $2 AND (next_attempt_at <= now()
       OR requested_at >= last_attempt_at OR (request IS NOT NULL AND last_attempt_at < now() - interval '2 seconds'))
     ORDER BY position, projection`,
    [names, MOST_UNFINISHED_ATTEMPTS],
  );
  return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
}

/** Ordered; those after a position where one is given. */
export async function readWaiting(
  client: ClientBase,
  { projection, sequence }: DueRelease,
  after: bigint | undefined,
): Promise<bigint[]> {
  const { rows } = await client.query<{ position: string }>(
    `SELECT position FROM projection_parked_event WHERE projection = $1 AND sequence = $2 AND position > $3
     ORDER BY position`,
    [projection, sequence, `${after ?? -1n}`],
  );
  return rows.map(({ position }) => BigInt(position));
}

/**
 * Counts an attempt before it is made, for it may end the process. False where there is nothing to attempt any more, or
 * not by this writer.
 */
export async function countRelease(
  client: ClientBase,
  { projection, sequence, position }: DueRelease,
  { epoch, generation }: Claim,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE projection_parked SET attempts = attempts + 1, unfinished_attempts = unfinished_attempts + 1,
       last_attempt_at = now(), next_attempt_at = now() + ${NEXT_ATTEMPT}
     FROM projection_checkpoint AS checkpoint
     WHERE projection = $1 AND sequence = $2 AND projection_parked.position = $3
       AND checkpoint.name = $1 AND epoch = $4 AND generation = $5`,
    [projection, sequence, `${position}`, `${epoch}`, `${generation}`],
  );
  return rowCount === 1;
}

/** Its events could not be read; a request stands until they can. */
export async function noteUnread(
  client: ClientBase,
  { projection, sequence, position }: DueRelease,
  error: string,
): Promise<void> {
  await client.query(
    `UPDATE projection_parked SET error = $4, last_attempt_at = now(), next_attempt_at = now() + interval '1 minute'
     WHERE projection = $1 AND sequence = $2 AND position = $3`,
    [projection, sequence, `${position}`, storableText(error)],
  );
}

/** Those that an older program could not fold may be folded by this one. An attempt may have ended the one before. */
export async function retryAtStart(client: ClientBase, names: readonly string[]): Promise<void> {
  await client.query(
    'UPDATE projection_parked SET next_attempt_at = now() WHERE projection = ANY($1) AND unfinished_attempts < $2',
    [names, MOST_UNFINISHED_ATTEMPTS],
  );
}
