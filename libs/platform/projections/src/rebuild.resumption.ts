import type { TableShape } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import { readClaims } from './checkpoint.store';
import type { ProjectionBinding } from './projection.binding';
import { hasColumnsOf, shadowOf } from './shadow.table';

/** What an interrupted rebuild has left of one projection. */
export interface Unfinished {
  readonly binding: ProjectionBinding;
  readonly shape: TableShape;
  /** The name of its checkpoint. */
  readonly name: string;
}

/**
 * The names of those that can be gone on with: filled up to a position that the log has, by the version that is to be
 * built, into a table that still has the serving one's columns. To be called when no other rebuild can write there.
 */
export async function findResumable(
  client: ClientBase,
  unfinished: readonly Unfinished[],
  head: bigint | undefined,
): Promise<ReadonlySet<string>> {
  const claims = await readClaims(
    client,
    unfinished.map(({ name }) => name),
  );
  const resumable = new Set<string>();
  for (const { name, binding, shape } of unfinished) {
    const claim = claims.find((one) => one.name === name);
    if (claim?.position === undefined || claim.version !== binding.projection.version) continue;
    if (head === undefined || claim.position > head) continue;
    if (await hasColumnsOf(client, shape.table, shadowOf(shape))) resumable.add(name);
  }
  return resumable;
}
