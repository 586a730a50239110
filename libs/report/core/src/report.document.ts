import type { Language, Text } from '@tenure/shared-contract';

/** A report in one language, before it is a page or a workbook. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  /** Under the title, one line each. */
  readonly lines: readonly string[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly title: string;
  readonly notes: readonly string[];
  /** SVG. */
  readonly charts: readonly string[];
  readonly tables: readonly ReportTable[];
}

export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

export interface ReportColumn {
  readonly text: string;
  /** In characters. */
  readonly width: number;
}

export type ReportCell = string | number | null;

/** A column for each member of a row: what it is called, how wide it is, and what stands in it. */
export interface ColumnOf<Row> extends Text {
  readonly width?: number;
  readonly cell: (row: Row) => ReportCell;
}

export const tableOf = <Row>(
  language: Language,
  title: Text,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): ReportTable => ({
  title: title[language],
  columns: columns.map((column) => ({ text: column[language], width: column.width ?? 16 })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

/** To two decimals. */
export const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round((value + Number.EPSILON) * 100) / 100;
