import { quoteName, type TableShape } from '@tenure/postgres';
import type { ClientBase } from 'pg';

const SUFFIX = '__rebuild';
/** PostgreSQL cuts longer names off. */
const LONGEST_NAME = 63;

/** The quoted name of the table that a rebuild fills beside the serving one. */
export function shadowOf({ tableName, schema }: TableShape): string {
  const name = quoteName(tableName.slice(0, LONGEST_NAME - SUFFIX.length) + SUFFIX);
  return schema ? `${quoteName(schema)}.${name}` : name;
}

/**
 * An empty table of the same columns, defaults, checks and rights. Of the indexes it has the primary key where rows are
 * looked up while it is filled; an index made of a full table costs a fraction of one that grows with it.
 */
export async function createShadow(client: ClientBase, shape: TableShape, isLookedUp: boolean): Promise<void> {
  const shadow = shadowOf(shape);
  await assertNothingDepends(client, shape);
  await client.query(`DROP TABLE IF EXISTS ${shadow}`);
  await client.query(`CREATE TABLE ${shadow} (LIKE ${shape.table} INCLUDING ALL EXCLUDING INDEXES)`);
  if (isLookedUp) await createIndexes(client, shape, 'indisprimary');
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('GRANT %s ON %s TO %s', granted.privilege_type, $2::regclass,
       CASE granted.grantee WHEN 0 THEN 'PUBLIC' ELSE granted.grantee::regrole::text END) AS statement
     FROM pg_class, aclexplode(relacl) AS granted WHERE oid = $1::regclass AND granted.grantee <> relowner`,
    [shape.table, shadow],
  );
  for (const { statement } of rows) await client.query(statement);
}

/** Takes away what `completeShadow` made, so that a table that was filled in part can be filled further. */
export async function reopenShadow(client: ClientBase, shape: TableShape): Promise<void> {
  await assertNothingDepends(client, shape);
  const { rows } = await client.query<{ statement: string }>(
    `SELECT coalesce(
       (SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', $1::regclass, conname) FROM pg_constraint
        WHERE conindid = indexrelid AND conrelid = indrelid),
       format('DROP INDEX %s', indexrelid::regclass)) AS statement
     FROM pg_index WHERE indrelid = $1::regclass AND NOT indisprimary`,
    [shadowOf(shape)],
  );
  for (const { statement } of rows) await client.query(statement);
}

/** False also where the other table is not there. */
export async function hasColumnsOf(client: ClientBase, table: string, other: string): Promise<boolean> {
  const columns = (
    parameter: string,
  ) => `(SELECT array_agg(format('%s %s %s', attname, format_type(atttypid, atttypmod),
    attnotnull) ORDER BY attname) FROM pg_attribute WHERE attrelid = to_regclass(${parameter}) AND attnum > 0
    AND NOT attisdropped)`;
  const { rows } = await client.query<{ same: boolean | null }>(`SELECT ${columns('$1')} = ${columns('$2')} AS same`, [
    table,
    other,
  ]);
  return rows[0]?.same === true;
}

/**
 * Makes the indexes that the shadow does not have yet, and tells the planner about the columns that have one; about the
 * others, which take longer, autovacuum tells it later.
 */
export async function completeShadow(client: ClientBase, shape: TableShape): Promise<void> {
  const shadow = shadowOf(shape);
  await client.query('SET LOCAL statement_timeout = 0');
  const hasPrimaryKey = (await indexNames(client, shadow)).length > 0;
  await createIndexes(client, shape, hasPrimaryKey ? 'NOT indisprimary' : 'true');
  const { rows } = await client.query<{ columns: string }>(
    `SELECT format('(%s)', string_agg(DISTINCT quote_ident(attname), ', ')) AS columns FROM pg_index JOIN pg_attribute
       ON attrelid = indrelid AND attnum = ANY(indkey) WHERE indrelid = $1::regclass`,
    [shadow],
  );
  await client.query(`ANALYZE ${shadow} ${rows[0]?.columns ?? ''}`);
}

/** By the serving table's example; the names follow at the swap. */
async function createIndexes(client: ClientBase, shape: TableShape, which: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT coalesce(
       (SELECT format('ALTER TABLE %s ADD %s', $2::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE conindid = indexrelid AND conrelid = indrelid),
       regexp_replace(pg_get_indexdef(indexrelid), '^CREATE (UNIQUE )?INDEX .*? ON .*? USING ',
         format('CREATE \\1INDEX ON %s USING ', $2::regclass))) AS statement
     FROM pg_index WHERE indrelid = $1::regclass AND ${which}`,
    [shape.table, shadowOf(shape)],
  );
  for (const { statement } of rows) await client.query(statement);
}

export const dropShadow = (client: ClientBase, shape: TableShape): Promise<unknown> =>
  client.query(`DROP TABLE IF EXISTS ${shadowOf(shape)}`);

/** Puts the shadow in the serving table's place, index names included, inside the caller's transaction. */
export async function swapInShadow(client: ClientBase, shape: TableShape): Promise<void> {
  const shadow = shadowOf(shape);
  const names = await indexNames(client, shape.table);
  const shadowNames = await indexNames(client, shadow);
  await client.query(`DROP TABLE ${shape.table}; ALTER TABLE ${shadow} RENAME TO ${quoteName(shape.tableName)}`);
  const schema = shape.schema ? `${quoteName(shape.schema)}.` : '';
  for (const [index, name] of names.entries()) {
    const shadowName = shadowNames[index];
    if (!shadowName || shadowName === name) continue;
    await client.query(`ALTER INDEX ${schema}${quoteName(shadowName)} RENAME TO ${quoteName(name)}`);
  }
}

/** Ordered by what they index, so that those of two tables of the same shape pair up. */
async function indexNames(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = $1::regclass
     ORDER BY indisprimary, indisunique, regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', ''), relname`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function assertNothingDepends(client: ClientBase, shape: TableShape): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT ev_class::regclass::text AS name FROM pg_depend JOIN pg_rewrite ON pg_rewrite.oid = objid
     WHERE refobjid = $1::regclass AND classid = 'pg_rewrite'::regclass`,
    [shape.table],
  );
  const views = rows.map(({ name }) => name).join(', ');
  if (views) throw new Error(`${shape.table} can't be replaced while the view ${views} depends on it`);
}
