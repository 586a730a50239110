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
 * Empty tables of the same columns, defaults, checks and rights. Of the indexes they have the primary key where rows are
 * looked up while they are filled; an index made of a full table costs a fraction of one that grows with it.
 */
export async function createShadows(
  client: ClientBase,
  shapes: readonly TableShape[],
  isLookedUp: (shape: TableShape) => boolean,
): Promise<void> {
  await assertNothingDepends(client, shapes);
  await runAll(
    client,
    shapes.map((shape) => {
      const shadow = shadowOf(shape);
      return `DROP TABLE IF EXISTS ${shadow}; CREATE TABLE ${shadow} (LIKE ${shape.table} INCLUDING ALL EXCLUDING INDEXES)`;
    }),
  );
  await createIndexes(client, shapes.filter(isLookedUp), 'indisprimary');
  await runStatements(
    client,
    shapes,
    `SELECT format('GRANT %s ON %s TO %s', granted.privilege_type, shadow::regclass,
       CASE granted.grantee WHEN 0 THEN 'PUBLIC' ELSE granted.grantee::regrole::text END) AS statement
     FROM pairs JOIN pg_class ON oid = serving::regclass, aclexplode(relacl) AS granted
     WHERE granted.grantee <> relowner`,
  );
}

/** Takes away what `completeShadow` made, so that tables that were filled in part can be filled further. */
export async function reopenShadows(client: ClientBase, shapes: readonly TableShape[]): Promise<void> {
  await assertNothingDepends(client, shapes);
  await runStatements(
    client,
    shapes,
    `SELECT coalesce(
       (SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', shadow::regclass, conname) FROM pg_constraint
        WHERE conindid = indexrelid AND conrelid = indrelid),
       format('DROP INDEX %s', indexrelid::regclass)) AS statement
     FROM pairs JOIN pg_index ON indrelid = shadow::regclass WHERE NOT indisprimary`,
  );
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
  await createIndexes(
    client,
    [shape],
    'NOT indisprimary OR NOT EXISTS (SELECT FROM pg_index AS own WHERE own.indrelid = shadow::regclass)',
  );
  await runStatements(
    client,
    [shape],
    `SELECT format('ANALYZE %s (%s)', shadow::regclass, string_agg(DISTINCT quote_ident(attname), ', ')) AS statement
     FROM pairs JOIN pg_index ON indrelid = shadow::regclass
     JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey) GROUP BY shadow`,
  );
}

/** By the serving tables' example; the names follow at the swap. */
const createIndexes = (client: ClientBase, shapes: readonly TableShape[], which: string): Promise<void> =>
  runStatements(
    client,
    shapes,
    `SELECT coalesce(
       (SELECT format('ALTER TABLE %s ADD %s', shadow::regclass, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE conindid = indexrelid AND conrelid = indrelid),
       regexp_replace(pg_get_indexdef(indexrelid), '^CREATE (UNIQUE )?INDEX .*? ON .*? USING ',
         format('CREATE \\1INDEX ON %s USING ', shadow::regclass))) AS statement
     FROM pairs JOIN pg_index ON indrelid = serving::regclass WHERE ${which}`,
  );

export const dropShadow = (client: ClientBase, shape: TableShape): Promise<unknown> =>
  client.query(`DROP TABLE IF EXISTS ${shadowOf(shape)}`);

/** Puts the shadows in the serving tables' place, index names included, inside the caller's transaction. */
export async function swapInShadows(client: ClientBase, shapes: readonly TableShape[]): Promise<void> {
  const indexNames = await statementsFor(client, shapes, RENAMED_INDEXES);
  const tables = shapes.map(
    (shape) => `DROP TABLE ${shape.table}; ALTER TABLE ${shadowOf(shape)} RENAME TO ${quoteName(shape.tableName)}`,
  );
  await runAll(client, [...tables, ...indexNames]);
}

/** Ordered by what they index, so that those of two tables of the same shape pair up. */
const RENAMED_INDEXES = `
  SELECT format('ALTER INDEX %s RENAME TO %I', own.index, old.name) AS statement
  FROM pairs JOIN indexes AS old ON old.of = serving::regclass
  JOIN indexes AS own ON own.of = shadow::regclass AND own.place = old.place WHERE own.name <> old.name`;

const INDEXES = `
  SELECT indrelid AS of, pg_class.oid::regclass AS index, relname AS name, row_number() OVER (PARTITION BY indrelid
    ORDER BY indisprimary, indisunique, regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', ''), relname) AS place
  FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = ANY($1::regclass[] || $2::regclass[])`;

async function assertNothingDepends(client: ClientBase, shapes: readonly TableShape[]): Promise<void> {
  const { rows } = await client.query<{ table: string; views: string }>(
    `SELECT refobjid::regclass::text AS table, string_agg(DISTINCT ev_class::regclass::text, ', ') AS views
     FROM pg_depend JOIN pg_rewrite ON pg_rewrite.oid = objid
     WHERE refobjid = ANY($1::regclass[]) AND classid = 'pg_rewrite'::regclass GROUP BY refobjid`,
    [shapes.map(({ table }) => table)],
  );
  const [held] = rows;
  if (held) throw new Error(`${held.table} can't be replaced while the view ${held.views} depends on it`);
}

/** Statements about tables that are made of the catalogue: the round trips of many tables would cost more than they do. */
async function runStatements(client: ClientBase, shapes: readonly TableShape[], select: string): Promise<void> {
  await runAll(client, await statementsFor(client, shapes, select));
}

/** `pairs` are the serving tables and their shadows, `indexes` those of both. */
async function statementsFor(
  client: ClientBase,
  shapes: readonly TableShape[],
  select: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ statement: string }>(
    `WITH pairs AS (SELECT * FROM unnest($1::text[], $2::text[]) AS pair (serving, shadow)), indexes AS (${INDEXES})
     ${select}`,
    [shapes.map(({ table }) => table), shapes.map(shadowOf)],
  );
  return rows.map(({ statement }) => statement);
}

async function runAll(client: ClientBase, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await client.query(statements.join(';\n'));
}
