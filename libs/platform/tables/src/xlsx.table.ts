import writeExcelFile from 'write-excel-file/node';
import type { TableCell, TableColumn } from './table.columns';
import { withoutTimes } from './zip.times';

const INSTANT_FORMAT = 'yyyy-mm-dd hh:mm:ss';

/** One sheet of an Office Open XML workbook, the header bold and always in view; instants are UTC. */
export const xlsxTable = <Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  sheet: string,
): Promise<Buffer> => xlsxWorkbook([xlsxSheet(columns, rows, sheet)]);

/** A sheet of a workbook that is to be. */
export interface XlsxSheet {
  readonly name: string;
  readonly header: readonly { readonly text: string; readonly width: number }[];
  readonly cells: readonly (readonly TableCell[])[];
}

export const xlsxSheet = <Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  name: string,
): XlsxSheet => ({
  name,
  header: columns.map(({ header, width }) => ({ text: header, width: width ?? header.length * 2 + 2 })),
  cells: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

/** The same sheets are the same bytes. Names have to differ in their first 31 characters. */
export async function xlsxWorkbook(sheets: readonly XlsxSheet[]): Promise<Buffer> {
  const written = sheets.map(({ name, header, cells }) => ({
    data: [
      header.map(({ text }) => ({ value: text, fontWeight: 'bold' as const })),
      ...cells.map((row) => row.map(toCell)),
    ],
    columns: header.map(({ width }) => ({ width })),
    sheet: sheetName(name),
    stickyRowsCount: 1,
  }));
  return withoutTimes(await writeExcelFile(written).toBuffer());
}

const toCell = (cell: TableCell) =>
  cell instanceof Date ? { type: Date, value: cell, format: INSTANT_FORMAT } : cell === null ? null : { value: cell };

/** Excel allows 31 characters, none of them one of these. */
const sheetName = (wanted: string): string => wanted.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
