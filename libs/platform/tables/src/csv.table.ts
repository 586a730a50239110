import { unparse } from 'papaparse';
import type { TableCell, TableColumn } from './table.columns';

/** Excel takes a file without it for the machine's old code page, and Chinese for noise. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * RFC 4180, UTF-8 with a byte order mark, header first; instants as ISO 8601 UTC. A text that a spreadsheet would run
 * as a formula is led by an apostrophe (OWASP, "CSV Injection").
 */
export function csvTable<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const header = columns.map((column) => column.header);
  const data = rows.map((row) => columns.map(({ cell }) => textOf(cell(row))));
  return BYTE_ORDER_MARK + unparse([header, ...data], { newline: '\r\n', escapeFormulae: true }) + '\r\n';
}

const textOf = (cell: TableCell): string | number | boolean | null =>
  cell instanceof Date ? cell.toISOString() : cell;
