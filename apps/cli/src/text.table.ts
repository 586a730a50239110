export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string;
  readonly alignRight?: boolean;
}

/** Rows in columns wide enough for their content, the header first. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  const widths = columns.map((_column, index) => Math.max(...cells.map((line) => displayWidth(line[index] ?? ''))));
  return cells.map((line) =>
    line
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.alignRight ?? false))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number, alignRight: boolean): string {
  const padding = ' '.repeat(Math.max(0, width - displayWidth(cell)));
  return alignRight ? padding + cell : cell + padding;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Chinese, Japanese and Korean characters take two columns of a terminal. */
const displayWidth = (text: string): number => [...text].reduce((width, one) => width + (WIDE.test(one) ? 2 : 1), 0);
