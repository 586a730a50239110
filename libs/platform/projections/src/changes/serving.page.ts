import { keyText, readRow, type TableShape } from '@tenure/postgres';
import type { ClientBase } from 'pg';

/** Rows in the order of their keys, after that of the given row: by the primary key, however far in. */
export async function selectPage(
  client: ClientBase,
  shape: TableShape,
  after: object | undefined,
  limit: number,
): Promise<object[]> {
  const { table, columns, keyColumns } = shape;
  const key = keyColumns.map(({ name }) => name).join(', ');
  const place = keyColumns.map(({ type }, index) => `$${index + 1}::${type}`).join(', ');
  const { rows } = await client.query<unknown[]>({
    text: `SELECT ${columns.map(({ name }) => name).join(', ')} FROM ${table}
      ${after ? `WHERE (${key}) > (${place})` : ''} ORDER BY ${key} LIMIT ${limit}`,
    values: after ? keyColumns.map((column) => keyText(column, Reflect.get(after, column.property))) : [],
    rowMode: 'array',
  });
  return rows.map((values) => readRow(shape, values));
}
