export { csvTable } from './csv.table';
export type { TableCell, TableColumn } from './table.columns';
export { xlsxSheet, xlsxTable, xlsxWorkbook, type XlsxSheet } from './xlsx.table';
