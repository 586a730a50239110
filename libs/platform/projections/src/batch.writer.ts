import { copyChunks, copyRows, deleteRows, isRefusal, type PostgresConnection, sqlStateOf } from '@tenure/postgres';
import { type Advance, advanceCheckpoints, assertGood, lockCheckpoints } from './checkpoint.store';
import { ProjectionBrokenError, RowsRefusedError } from './projection.errors';
import { writeParking } from './parking.store';
import type { ProjectionFold } from './projection.fold';
import type { ProjectionChanges, RowChanges } from './row.changes';

/** Per projection what it wants written, and how far that brings it. */
export type FoldedBatch = readonly {
  readonly fold: ProjectionFold;
  readonly rows: ProjectionChanges;
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
  for (const { fold, rows } of batch) {
    await writeRows(client, fold, rows);
    await writeParking(client, fold.claim.name, rows.parking, fold.binding.projection.name);
  }
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
    await deleteRows(client, shape, [...rows.changed.values()], table);
    await copyRows(client, shape, [...rows.created.values(), ...rows.changed.values()], table);
  } catch (cause) {
    const refused = errorFor(cause);
    throw refused
      ? new refused(fold.binding.projection.name, `PostgreSQL refuses its rows: ${String(cause)}`, { cause })
      : cause;
  }
}

/** Undefined where trying again may help. A row that can't even be encoded fails with one of JavaScript's own errors. */
function errorFor(cause: unknown): typeof ProjectionBrokenError | undefined {
  if (cause instanceof TypeError || cause instanceof RangeError || cause instanceof SyntaxError)
    return RowsRefusedError;
  if (!isRefusal(cause)) return undefined;
  return sqlStateOf(cause)?.startsWith('42') ? ProjectionBrokenError : RowsRefusedError;
}
