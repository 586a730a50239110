import { sqlStateOf, withConnection } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { type Claim, ensureCheckpoints, lockCheckpoints, readClaims } from './checkpoint.store';
import type { Feed } from './feed';
import type { ProjectionBinding } from './projection.binding';
import type { ProjectionFold } from './projection.fold';
import { openFolds, selectBindings } from './projection.folds';
import { RebuildFilling } from './rebuild.filling';
import { createShadow, dropShadow, shadowOf, swapInShadow } from './shadow.table';

export interface RebuildOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly bindings: readonly ProjectionBinding[];
  /** Which to rebuild, in one reading of the log; all where absent. */
  readonly names?: readonly string[];
  readonly maxBatchEvents?: number;
  readonly cacheRows?: number;
  readonly signal?: AbortSignal;
  /** After each commit: events read so far and the position reached. */
  readonly onProgress?: (progress: RebuildProgress) => void;
}

export interface RebuildProgress {
  readonly events: number;
  readonly position: bigint;
}

const SWAP_ATTEMPTS = 20;
const SWAP_LOCK_LIMIT_MS = 2_000;
/** How long the live writer may be held up; what it wrote lately has to be read again by then. */
const SWAP_CATCH_UP_LIMIT_MS = 5_000;

/**
 * Fills new tables from the start of the log beside the serving ones and puts them in their place in one transaction,
 * at a position that is not before the serving one's. Readers see the old rows or the new, never a mixture. Running
 * engines, here or in other processes, go on and take the new rows over. Whatever stops it leaves the old rows
 * serving; a second rebuild of the same projections shuts the first one out. Needs three connections of the pool.
 */
export async function rebuildProjections(options: RebuildOptions): Promise<RebuildProgress> {
  const { dataSource, bindings } = options;
  const selected = selectBindings(bindings, options.names ?? bindings.map(({ projection }) => projection.name));
  await prepare(dataSource, selected);
  const progress = { events: 0, position: 0n };
  for (let attempt = 1; ; attempt++) {
    const folds = await openShadows(options, selected);
    const filling = new RebuildFilling({ ...options, folds }, (step) => {
      progress.events += step.events;
      progress.position = step.position;
      options.onProgress?.({ ...progress });
    });
    try {
      await filling.untilCaughtUp();
      if (await takePlace(dataSource, folds, filling)) return progress;
    } finally {
      await filling.stop();
    }
    if (attempt === SWAP_ATTEMPTS) throw new Error(`the serving tables stayed locked through ${attempt} attempts`);
  }
}

/** Removes what an unfinished rebuild left. */
export async function discardRebuild(dataSource: DataSource, bindings: readonly ProjectionBinding[]): Promise<void> {
  const names = bindings.map(({ projection }) => shadowName(projection.name));
  await withConnection(dataSource, async (client) => {
    await client.query('DELETE FROM projection_checkpoint WHERE name = ANY($1)', [names]);
    for (const { shape } of openFolds(dataSource, bindings, emptyClaim, 1)) await dropShadow(client, shape);
  });
}

const shadowName = (name: string): string => `${name}~rebuild`;

const emptyClaim = (name: string): Claim => ({
  name: shadowName(name),
  version: 0,
  position: undefined,
  epoch: 0n,
  generation: 0n,
  eventsSeen: 0,
});

/** Raises the shadow's epoch before touching its table, so that an earlier rebuild can write there no more. */
async function prepare(dataSource: DataSource, bindings: readonly ProjectionBinding[]): Promise<void> {
  const projections = bindings.map(({ projection }) => projection);
  await withConnection(dataSource, async (client) => {
    await ensureCheckpoints(client, projections);
    await ensureCheckpoints(
      client,
      projections.map(({ name, version }) => ({ name: shadowName(name), version })),
    );
    await client.query('BEGIN');
    await client.query(
      `UPDATE projection_checkpoint SET epoch = epoch + 1, position = NULL, events_seen = 0, last_recorded_at = NULL
       WHERE name = ANY($1)`,
      [projections.map(({ name }) => shadowName(name))],
    );
    for (const { shape } of openFolds(dataSource, bindings, emptyClaim, 1)) await createShadow(client, shape);
    await client.query('COMMIT');
  });
}

async function openShadows(options: RebuildOptions, bindings: readonly ProjectionBinding[]): Promise<ProjectionFold[]> {
  const { dataSource, cacheRows = 50_000 } = options;
  const names = bindings.map(({ projection }) => shadowName(projection.name));
  const claims = await withConnection(dataSource, (client) => readClaims(client, names));
  const claimOf = (name: string) => claims.find((claim) => claim.name === shadowName(name));
  return openFolds(dataSource, bindings, claimOf, cacheRows, shadowOf);
}

/** With the serving checkpoints locked, their writer stands still at an exact position. False: try again. */
async function takePlace(
  dataSource: DataSource,
  folds: readonly ProjectionFold[],
  filling: RebuildFilling,
): Promise<boolean> {
  const names = folds.map(({ binding }) => binding.projection.name);
  for (const { table } of folds) await dataSource.query(`ANALYZE ${table}`);
  try {
    return await withConnection(dataSource, async (client) => {
      await client.query(`BEGIN; SET LOCAL lock_timeout = ${SWAP_LOCK_LIMIT_MS}`);
      const serving = await lockCheckpoints(client, names);
      const reached = await filling.untilReached(newest(serving), SWAP_CATCH_UP_LIMIT_MS);
      await filling.stop();
      if (reached) for (const { shape } of folds) await swapInShadow(client, shape);
      if (reached) await adoptCheckpoints(client, names);
      await client.query(reached ? 'COMMIT' : 'ROLLBACK');
      return reached;
    });
  } catch (error) {
    if (sqlStateOf(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

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
  await client.query('DELETE FROM projection_checkpoint WHERE name = ANY($1)', [names.map(shadowName)]);
}

function newest(claims: readonly Claim[]): bigint | undefined {
  const positions = claims.map(({ position }) => position).filter((position) => position !== undefined);
  return positions.reduce<bigint | undefined>(
    (most, next) => (most === undefined || next > most ? next : most),
    undefined,
  );
}
