/** What a cell can hold; an instant is a `Date`, an empty cell is null. Text keeps its line breaks. */
export type TableCell = string | number | boolean | Date | null;

export interface TableColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => TableCell;
  /** In characters, for spreadsheets; wide enough for the header where it is left out. */
  readonly width?: number;
}
