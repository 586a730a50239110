import { copyChunks, copyRows, isRefusal, type PostgresConnection, upsertRows } from '@tenure/postgres';
import { type Advance, advanceCheckpoints, assertGood, lockCheckpoints } from './checkpoint.store';
import { ProjectionBrokenError } from './projection.errors';
import type { ProjectionFold, RowChanges } from './projection.fold';

/** Per projection what it wants written, and how far that brings it. */
export type FoldedBatch = readonly {
  readonly fold: ProjectionFold;
  readonly rows: RowChanges;
  readonly advance: Advance;
}[];

/**
 * Commits rows and positions in one transaction. The checkpoints are locked and compared first, so a writer that was
 * shut out writes nothing. The commit does not wait for the disk: rows and position are lost together, if at all, and
 * folded again from the log.
 */
export async function writeBatch({ client }: PostgresConnection, batch: FoldedBatch): Promise<void> {
  const claims = batch.map(({ fold }) => fold.claim);
  await client.query('BEGIN; SET LOCAL synchronous_commit TO off');
  const current = await lockCheckpoints(
    client,
    claims.map(({ name }) => name),
  );
  assertGood(claims, current);
  for (const { fold, rows } of batch) await writeRows(client, fold, rows);
  await advanceCheckpoints(
    client,
    batch.map(({ advance }) => advance),
  );
  await client.query('COMMIT');
  for (const { fold, advance } of batch) fold.committed = advance.position;
}

async function writeRows(client: PostgresConnection['client'], fold: ProjectionFold, rows: RowChanges): Promise<void> {
  const { shape, table } = fold;
  try {
    await copyChunks(client, shape, rows.inserted.finish(), table);
    await copyRows(client, shape, [...rows.created.values()], table);
    await upsertRows(client, shape, [...rows.changed.values()], table);
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    throw new ProjectionBrokenError(fold.binding.projection.name, `PostgreSQL refuses its rows: ${String(cause)}`, {
      cause,
    });
  }
}
