export { csvTable } from './csv.table';
export type { TableCell, TableColumn } from './table.columns';
export { xlsxTable } from './xlsx.table';
