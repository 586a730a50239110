import { storableText } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import { bytesOf } from './event.bytes';
import type { KnownParking, ParkingChanges, Poison, Release } from './sequence.parking';

/** What is parked now, by projection. `skipsOf` names whose skips count. */
export async function readKnownParking(
  client: ClientBase,
  names: readonly string[],
  skipsOf: (name: string) => string | undefined = () => undefined,
): Promise<(name: string) => KnownParking> {
  const { rows: parked } = await client.query<{ projection: string; sequence: string }>(
    'SELECT projection, sequence FROM projection_parked WHERE projection = ANY($1)',
    [names],
  );
  const { rows: skipped } = await client.query<{ projection: string; position: string }>(
    'SELECT projection, position FROM projection_skipped WHERE projection = ANY($1) AND lifted_at IS NULL',
    [names.map(skipsOf).filter((name) => name !== undefined)],
  );
  return (name) => ({
    sequences: new Set(parked.filter(({ projection }) => projection === name).map(({ sequence }) => sequence)),
    skipped: new Set(
      skipped.filter(({ projection }) => projection === skipsOf(name)).map(({ position }) => BigInt(position)),
    ),
  });
}

/** Call it in the transaction that writes the rows. `skippedOf` is the projection whose skips are repeated. */
export async function writeParking(
  client: ClientBase,
  projection: string,
  { released, parked, waiting, skippedAgain }: ParkingChanges,
  skippedOf: string,
): Promise<void> {
  for (const release of released) {
    await writeRelease(
      client,
      projection,
      release,
      parked.some(({ sequence }) => sequence === release.sequence),
    );
  }
  for (const poison of parked) await writePoison(client, projection, poison);
  if (waiting.length > 0) {
    await client.query(
      `INSERT INTO projection_parked_event (projection, sequence, position)
       SELECT $1, * FROM unnest($2::text[], $3::bigint[])`,
      [projection, waiting.map(({ sequence }) => sequence), waiting.map(({ position }) => `${position}`)],
    );
  }
  if (skippedAgain.length > 0) {
    await client.query(
      `INSERT INTO projection_skipped (projection, ${SKIPPED_COLUMNS})
       SELECT $1, ${SKIPPED_COLUMNS} FROM projection_skipped WHERE projection = $2 AND position = ANY($3::bigint[])
       ON CONFLICT DO NOTHING`,
      [projection, skippedOf, skippedAgain.map(String)],
    );
  }
}

const SKIPPED_COLUMNS = 'position, sequence, event_id, stream, revision, type, error, skipped_by, reason, skipped_at';

async function writeRelease(
  client: ClientBase,
  projection: string,
  { sequence, skips }: Release,
  isStuck: boolean,
): Promise<void> {
  const key = [projection, sequence];
  if (skips) {
    await client.query(
      `INSERT INTO projection_skipped (projection, ${SKIPPED_COLUMNS})
       SELECT projection, position, sequence, event_id, stream, revision, type, error, requested_by, reason, now()
       FROM projection_parked WHERE projection = $1 AND sequence = $2 ${SKIPPED_ANEW}`,
      key,
    );
  }
  const gone = isStuck ? 'projection_parked_event' : 'projection_parked';
  await client.query(`DELETE FROM ${gone} WHERE projection = $1 AND sequence = $2`, key);
}

/** It may have been skipped before, and folded by a rebuild in between. */
const SKIPPED_ANEW = `ON CONFLICT (projection, position) DO UPDATE SET error = excluded.error,
  skipped_by = excluded.skipped_by, reason = excluded.reason, skipped_at = excluded.skipped_at, lifted_at = NULL`;

/** A request that came while an attempt was made already; to skip only what it was meant for. */
const STANDS = `known.requested_at > known.last_attempt_at
  AND (known.request = 'retry' OR known.position = excluded.position)`;

/** The attempt itself was counted before. */
async function writePoison(client: ClientBase, projection: string, poison: Poison): Promise<void> {
  const { event, sequence, error, unfinishedAttempts } = poison;
  await client.query(
    `INSERT INTO projection_parked AS known (projection, sequence, position, event_id, stream, revision, type,
       recorded_at, data, metadata, error, unfinished_attempts, next_attempt_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CASE $12::int WHEN 0 THEN now() + interval '1 minute' END)
     ON CONFLICT (projection, sequence) DO UPDATE SET position = excluded.position, event_id = excluded.event_id,
       stream = excluded.stream, revision = excluded.revision, type = excluded.type,
       recorded_at = excluded.recorded_at, data = excluded.data, metadata = excluded.metadata,
       error = excluded.error, unfinished_attempts = 0,
       request = CASE WHEN ${STANDS} THEN known.request END, requested_at = CASE WHEN ${STANDS} THEN known.requested_at END,
       requested_by = CASE WHEN ${STANDS} THEN known.requested_by END, reason = CASE WHEN ${STANDS} THEN known.reason END,
       attempts = CASE known.position WHEN excluded.position THEN known.attempts ELSE 1 END,
       next_attempt_at = CASE known.position WHEN excluded.position THEN known.next_attempt_at
         ELSE excluded.next_attempt_at END`,
    [
      projection,
      sequence,
      `${event.position}`,
      event.id,
      storableText(event.stream),
      `${event.revision}`,
      storableText(event.type),
      event.recordedAt,
      bytesOf(event.data),
      bytesOf(event.metadata),
      storableText(error),
      unfinishedAttempts,
    ],
  );
}

/** In the transaction that puts a rebuilt table in its place: what the filling parked and skipped counts from now on. */
export async function adoptParking(
  client: ClientBase,
  names: readonly string[],
  shadows: readonly string[],
): Promise<void> {
  const pairs = 'unnest($1::text[], $2::text[]) AS pair (serving, shadow)';
  await client.query('DELETE FROM projection_parked WHERE projection = ANY($1)', [names]);
  await client.query(`UPDATE projection_parked SET projection = serving FROM ${pairs} WHERE projection = shadow`, [
    names,
    shadows,
  ]);
  await client.query(
    `UPDATE projection_skipped AS old SET lifted_at = now() FROM ${pairs}
     WHERE projection = serving AND lifted_at IS NULL
     AND NOT EXISTS (SELECT FROM projection_skipped AS again WHERE again.projection = shadow AND again.position = old.position)`,
    [names, shadows],
  );
  await discardParking(client, shadows);
}

export async function discardParking(client: ClientBase, names: readonly string[]): Promise<void> {
  await client.query('DELETE FROM projection_parked WHERE projection = ANY($1)', [names]);
  await client.query('DELETE FROM projection_skipped WHERE projection = ANY($1)', [names]);
}
