import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { csvTable, xlsxTable, type TableColumn } from '@tenure/tables';
import { IsIn } from 'class-validator';
import { ANY_REQUEST, ApiProblems } from './problem.responses';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Query of a table that is handed out as a file. */
export class TableFileQuery {
  @ApiPropertyOptional({ enum: ['csv', 'xlsx'], default: 'csv' })
  @IsIn(['csv', 'xlsx'])
  readonly format: 'csv' | 'xlsx' = 'csv';

  @ApiPropertyOptional({
    enum: ['zh', 'en'],
    default: 'zh',
    description: 'The language of headers and of fixed texts.',
  })
  @IsIn(['zh', 'en'])
  readonly language: 'zh' | 'en' = 'zh';
}

export interface TableFile<Row> {
  /** Of the file, without its ending, and of the sheet. */
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
}

/** The table as a file to be saved under its name. */
export async function tableFile<Row>(
  { name, columns, rows }: TableFile<Row>,
  format: TableFileQuery['format'],
): Promise<StreamableFile> {
  const content = format === 'csv' ? Buffer.from(csvTable(columns, rows)) : await xlsxTable(columns, rows, name);
  const fileName = encodeURIComponent(`${name}.${format}`);
  return new StreamableFile(content, {
    type: format === 'csv' ? `${CSV}; charset=utf-8` : XLSX,
    length: content.length,
    // RFC 6266 with the encoding of RFC 8187: the names of the tables are Chinese.
    disposition: `attachment; filename*=UTF-8''${fileName}`,
  });
}

/** Documents a read that answers with a file. */
export const TableOperation = (options: { readonly id: string; readonly summary: string }): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId: options.id, summary: options.summary }),
    ApiProduces(CSV, XLSX),
    ApiResponse({ status: 200, description: 'The table as a file.', schema: { type: 'string', format: 'binary' } }),
    ApiProblems(ANY_REQUEST),
  );
