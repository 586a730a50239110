import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { TableShape } from './table.shape';

/**
 * Writes rows with COPY into the shape's table, or into `into` (quoted) of the same columns. All rows or none; a row
 * whose key is there already refuses all of them. Nothing is sent for no rows.
 */
export async function copyRows<Row extends object>(
  client: ClientBase,
  shape: TableShape<Row>,
  rows: readonly Row[],
  into: string = shape.table,
): Promise<void> {
  if (rows.length === 0) return;
  await copyChunks(client, shape, [encodeRows(shape, rows)], into);
}

/** The same for the chunks of a `CopyBuffer`. */
export async function copyChunks(
  client: ClientBase,
  shape: TableShape,
  chunks: readonly Buffer[],
  into: string = shape.table,
): Promise<void> {
  if (chunks.length === 0) return;
  const columns = shape.columns.map(({ name }) => name).join(', ');
  const stream = client.query(copyFrom(`COPY ${into} (${columns}) FROM STDIN`));
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.once('finish', () => resolve());
    for (const chunk of chunks) stream.write(chunk);
    stream.end();
  });
}

export function encodeRows<Row extends object>(shape: TableShape<Row>, rows: readonly Row[]): Buffer {
  let lines = '';
  for (const row of rows) lines += encodeRow(shape, row);
  return Buffer.from(lines, 'utf8');
}

export function encodeRow<Row extends object>({ columns }: TableShape<Row>, row: Row): string {
  let line = '';
  let separator = '';
  for (const { property, write } of columns) {
    line += separator + write(Reflect.get(row, property));
    separator = '\t';
  }
  return line + '\n';
}
