import { sqlStateOf, withConnection } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { assertGood, type Claim, lockCheckpoints, readClaims } from './checkpoint.store';
import { adoptParking } from './parking.store';
import type { ProjectionFold } from './projection.fold';
import type { RebuildFilling } from './rebuild.filling';
import { shadowName } from './rebuild.shadows';
import { swapInShadows } from './shadow.table';

const LOCK_LIMIT_MS = 2_000;
/** How long the live writer may be held up; what it wrote lately has to be read again by then. */
const CATCH_UP_LIMIT_MS = 5_000;

/** With the serving checkpoints locked, their writer stands still at an exact position. False: try again. */
export async function takePlace(
  dataSource: DataSource,
  folds: readonly ProjectionFold[],
  filling: Filling,
  wanted: (serving: bigint | undefined) => Promise<bigint | undefined>,
): Promise<boolean> {
  const names = folds.map(({ binding }) => binding.projection.name);
  try {
    return await withConnection(dataSource, async (client) => {
      await client.query(`BEGIN; SET LOCAL lock_timeout = ${LOCK_LIMIT_MS}`);
      const serving = await lockCheckpoints(client, names);
      const reached = await filling.untilReached(await wanted(newest(serving)), CATCH_UP_LIMIT_MS);
      await filling.stop();
      const held = folds.map(({ claim }) => claim);
      const shadows = await lockCheckpoints(
        client,
        held.map(({ name }) => name),
      );
      // Another rebuild may have put an empty table there.
      assertGood(held, shadows);
      if (reached) {
        await swapInShadows(
          client,
          folds.map(({ shape }) => shape),
        );
        await adoptCheckpoints(client, names);
      }
      await client.query(reached ? 'COMMIT' : 'ROLLBACK');
      return reached;
    });
  } catch (error) {
    if (sqlStateOf(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

/** Of an empty log there is nothing to fill a table with. */
export const NOTHING_TO_FILL: Filling = { untilReached: async () => true, stop: async () => undefined };

type Filling = Pick<RebuildFilling, 'untilReached' | 'stop'>;

const LOCK_NOT_AVAILABLE = '55P03';

async function adoptCheckpoints(client: ClientBase, names: readonly string[]): Promise<void> {
  await client.query(
    `UPDATE projection_checkpoint AS serving
     SET position = shadow.position, version = shadow.version, events_seen = shadow.events_seen,
       last_recorded_at = shadow.last_recorded_at, generation = serving.generation + 1, updated_at = now(),
       failure = NULL, failed_at = NULL
     FROM projection_checkpoint AS shadow WHERE serving.name = ANY($1) AND shadow.name = serving.name || '~rebuild'`,
    [names],
  );
  const shadows = names.map(shadowName);
  await client.query('DELETE FROM projection_checkpoint WHERE name = ANY($1)', [shadows]);
  await adoptParking(client, names, shadows);
}

/** How far the serving rows are: the one that is furthest ahead. */
export async function servingPosition(dataSource: DataSource, names: readonly string[]): Promise<bigint | undefined> {
  return newest(await withConnection(dataSource, (client) => readClaims(client, names)));
}

function newest(claims: readonly Claim[]): bigint | undefined {
  const positions = claims.map(({ position }) => position).filter((position) => position !== undefined);
  return positions.reduce<bigint | undefined>(
    (most, next) => (most === undefined || next > most ? next : most),
    undefined,
  );
}
