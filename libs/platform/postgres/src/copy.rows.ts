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
  const columns = shape.columns.map(({ name }) => name).join(', ');
  const stream = client.query(copyFrom(`COPY ${into} (${columns}) FROM STDIN`));
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.once('finish', () => resolve());
    stream.end(encodeRows(shape, rows));
  });
}

export function encodeRows<Row extends object>(shape: TableShape<Row>, rows: readonly Row[]): Buffer {
  const [first, ...others] = shape.columns;
  if (!first) return Buffer.alloc(0);
  let lines = '';
  for (const row of rows) {
    lines += first.write(valueOf(row, first.property));
    for (const column of others) lines += '\t' + column.write(valueOf(row, column.property));
    lines += '\n';
  }
  return Buffer.from(lines, 'utf8');
}

const valueOf = (row: object, property: string): unknown => Reflect.get(row, property);
