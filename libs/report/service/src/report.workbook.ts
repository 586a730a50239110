import type { ReportDocument, ReportTable } from '@tenure/report-core';
import { xlsxSheet, xlsxWorkbook } from '@tenure/tables';

/** A sheet for the head, and one for each table. */
export const reportWorkbook = ({ title, lines, sections }: ReportDocument): Promise<Buffer> =>
  xlsxWorkbook([headSheet(title, lines, sections), ...sections.flatMap(({ tables }) => tables.map(tableSheet))]);

const headSheet = (title: string, lines: readonly string[], sections: ReportDocument['sections']) =>
  xlsxSheet(
    [{ header: title, cell: (line: string) => line, width: 120 }],
    [...lines, ...sections.flatMap((section) => [section.title, ...section.notes])],
    title,
  );

const tableSheet = ({ title, columns, rows }: ReportTable) =>
  xlsxSheet(
    columns.map(({ text, width }, index) => ({
      header: text,
      width,
      cell: (row: ReportTable['rows'][number]) => row[index] ?? null,
    })),
    rows,
    title,
  );
