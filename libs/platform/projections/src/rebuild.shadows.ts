import { withConnection } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { assertGood, type Claim, ensureCheckpoints, lockCheckpoints, readClaims } from './checkpoint.store';
import { discardParking, readKnownParking } from './parking.store';
import type { ProjectionBinding } from './projection.binding';
import type { ProjectionFold } from './projection.fold';
import { openFolds } from './projection.folds';
import { findResumable, type Unfinished } from './rebuild.resumption';
import { completeShadow, createShadows, dropShadow, reopenShadows, shadowOf } from './shadow.table';

/** Under which a rebuild keeps its own checkpoint. */
export const shadowName = (name: string): string => `${name}~rebuild`;

/** `resumeUpTo`: goes on with what an earlier rebuild left, where that is not beyond this position. */
export interface ShadowTerms {
  readonly resumeUpTo?: bigint;
}

/** Raises the shadow's epoch before touching its table, so that an earlier rebuild can write there no more. */
export async function prepareShadows(
  dataSource: DataSource,
  bindings: readonly ProjectionBinding[],
  { resumeUpTo }: ShadowTerms = {},
): Promise<readonly Claim[]> {
  const projections = bindings.map(({ projection }) => projection);
  const names = projections.map(({ name }) => shadowName(name));
  return withConnection(dataSource, async (client) => {
    await ensureCheckpoints(client, projections);
    await ensureCheckpoints(
      client,
      projections.map(({ name, version }) => ({ name: shadowName(name), version })),
    );
    await client.query('BEGIN');
    await client.query('UPDATE projection_checkpoint SET epoch = epoch + 1 WHERE name = ANY($1)', [names]);
    const shadows = openFolds(dataSource, bindings, emptyClaim, 1).map(({ binding, shape, claim }) => ({
      binding,
      shape,
      name: claim.name,
    }));
    const resumable = await findResumable(client, shadows, resumeUpTo);
    await reopenShadows(
      client,
      shadows.filter(({ name }) => resumable.has(name)).map(({ shape }) => shape),
    );
    await beginAnew(
      client,
      shadows.filter(({ name }) => !resumable.has(name)),
    );
    const claims = await readClaims(client, names);
    await client.query('COMMIT');
    return claims;
  });
}

async function beginAnew(client: ClientBase, shadows: readonly Unfinished[]): Promise<void> {
  const names = shadows.map(({ name }) => name);
  await client.query(
    `UPDATE projection_checkpoint AS shadow SET position = NULL, events_seen = 0, last_recorded_at = NULL,
       version = wanted.version
     FROM unnest($1::text[], $2::int[]) AS wanted (name, version) WHERE shadow.name = wanted.name`,
    [names, shadows.map(({ binding }) => binding.projection.version)],
  );
  const insertOnly = new Set(shadows.filter(({ binding }) => binding.projection.insertOnly).map(({ shape }) => shape));
  await createShadows(
    client,
    shadows.map(({ shape }) => shape),
    (shape) => !insertOnly.has(shape),
  );
  await discardParking(client, names);
}

/** The folds of the shadows, from where they are; rejects where another rebuild has begun. */
export async function openShadows(
  dataSource: DataSource,
  bindings: readonly ProjectionBinding[],
  held: readonly Claim[],
  cacheRows: number,
): Promise<ProjectionFold[]> {
  const names = held.map(({ name }) => name);
  const originals = new Map(bindings.map(({ projection }) => [shadowName(projection.name), projection.name]));
  return withConnection(dataSource, async (client) => {
    const claims = await readClaims(client, names);
    assertGood(held, claims);
    const claimOf = (name: string) => claims.find((claim) => claim.name === shadowName(name));
    const known = await readKnownParking(client, names, (name) => originals.get(name));
    return openFolds(dataSource, bindings, claimOf, cacheRows, shadowOf, known);
  });
}

/** Makes what was left out while the tables were filled, some tables side by side. */
export async function completeShadows(
  dataSource: DataSource,
  selected: readonly ProjectionBinding[],
  held: readonly Claim[],
): Promise<void> {
  const left = openFolds(dataSource, selected, emptyClaim, 1);
  const lane = async () => {
    for (let fold = left.shift(); fold !== undefined; fold = left.shift()) await completeOne(dataSource, fold, held);
  };
  const lanes = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}

/** A rebuild needs three connections at other times too. */
const SIDE_BY_SIDE = 3;

async function completeOne(dataSource: DataSource, fold: ProjectionFold, held: readonly Claim[]): Promise<void> {
  const { name } = fold.claim;
  await withConnection(dataSource, async (client) => {
    await client.query('BEGIN; SET LOCAL statement_timeout = 0');
    const own = held.filter((claim) => claim.name === name);
    assertGood(own, await lockCheckpoints(client, [name]));
    await completeShadow(client, fold.shape);
    await client.query('COMMIT');
  });
}

/** Removes what an unfinished rebuild left. */
export async function discardRebuild(dataSource: DataSource, bindings: readonly ProjectionBinding[]): Promise<void> {
  const names = bindings.map(({ projection }) => shadowName(projection.name));
  await withConnection(dataSource, async (client) => {
    await client.query('DELETE FROM projection_checkpoint WHERE name = ANY($1)', [names]);
    await discardParking(client, names);
    for (const { shape } of openFolds(dataSource, bindings, emptyClaim, 1)) await dropShadow(client, shape);
  });
}

const emptyClaim = (name: string): Claim => ({
  name: shadowName(name),
  version: 0,
  position: undefined,
  epoch: 0n,
  generation: 0n,
  eventsSeen: 0,
});
