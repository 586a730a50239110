import writeExcelFile from 'write-excel-file/node';
import type { TableCell, TableColumn } from './table.columns';

const INSTANT_FORMAT = 'yyyy-mm-dd hh:mm:ss';

/** One sheet of an Office Open XML workbook, the header bold and always in view; instants are UTC. */
export function xlsxTable<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  sheet: string,
): Promise<Buffer> {
  const header = columns.map(({ header: value }) => ({ value, fontWeight: 'bold' as const }));
  const data = rows.map((row) => columns.map(({ cell }) => toCell(cell(row))));
  const widths = columns.map(({ header: text, width }) => ({ width: width ?? text.length * 2 + 2 }));
  return writeExcelFile([header, ...data], { columns: widths, sheet: sheetName(sheet), stickyRowsCount: 1 }).toBuffer();
}

const toCell = (cell: TableCell) =>
  cell instanceof Date ? { type: Date, value: cell, format: INSTANT_FORMAT } : cell === null ? null : { value: cell };

/** Excel allows 31 characters, none of them one of these. */
const sheetName = (wanted: string): string => wanted.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
