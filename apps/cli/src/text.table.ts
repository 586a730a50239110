import { widthOf } from '@tenure/kernel';

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string;
  readonly alignRight?: boolean;
}

/** Rows in columns wide enough for their content, the header first. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  const widths = columns.map((_column, index) => Math.max(...cells.map((line) => widthOf(line[index] ?? ''))));
  return cells.map((line) =>
    line
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.alignRight ?? false))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number, alignRight: boolean): string {
  const padding = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return alignRight ? padding + cell : cell + padding;
}
