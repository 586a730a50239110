import { Controller, Get, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { QueryPipe, ReadOperation } from '@tenure/http';
import { monthDocument, reportPage, type ReportModel } from '@tenure/report-core';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { GetMonthReport } from './get-month-report.query';
import { ListReportMonths } from './list-report-months.query';
import { MonthReportView, ReportMonthView } from './report.view';
import { reportWorkbook } from './report.workbook';

const FORMATS = ['html', 'xlsx', 'json'] as const;
const HTML = 'text/html';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

class MonthReportQuery {
  @ApiPropertyOptional({ enum: FORMATS, default: 'html' })
  @IsIn(FORMATS)
  readonly format: (typeof FORMATS)[number] = 'html';

  @ApiPropertyOptional({ enum: ['zh', 'en'], default: 'zh', description: 'Of titles, headers and fixed texts.' })
  @IsIn(['zh', 'en'])
  readonly language: 'zh' | 'en' = 'zh';
}

@ApiTags('reports')
@Controller('reports/months')
export class ReportController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'listReportMonths',
    summary: 'Months that are over and in which something happened, the newest first',
    answer: ReportMonthView,
    list: true,
    projections: ['complaint-queue', 'service-register', 'metric-answer', 'metric-customer'],
  })
  months(): Promise<readonly ReportMonthView[]> {
    return this.queries.execute(new ListReportMonths());
  }

  @Get(':month')
  @ReadOperation({
    id: 'getMonthReport',
    summary: '客户体验改进报告: a month of service, as it was known when the month ended',
    description:
      'A page (text/html) unless a workbook or data are asked for. Whenever it is asked for, it is the same; of a month that isn’t over there is none.',
    answer: MonthReportView,
    path: ['month'],
    projections: [
      'complaint-queue',
      'service-register',
      'customer-directory',
      'survey-response',
      'metric-case',
      'metric-answer',
      'metric-customer',
      'problem-register',
      'measure-register',
      'goal-register',
    ],
  })
  async month(
    @Param('month') month: string,
    @Query(QueryPipe) { format, language }: MonthReportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportModel | string | StreamableFile> {
    const report = await this.queries.execute(new GetMonthReport(month));
    if (format === 'json') return report;
    const document = monthDocument(report, language);
    void reply.header('content-language', language);
    if (format === 'xlsx') return workbookFile(await reportWorkbook(document), document.title);
    void reply.type(`${HTML}; charset=utf-8`).header('content-security-policy', CONTENT_SECURITY);
    return reportPage(document);
  }
}

const CONTENT_SECURITY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const workbookFile = (content: Buffer, name: string): StreamableFile =>
  new StreamableFile(content, {
    type: XLSX,
    length: content.length,
    // RFC 6266 with the encoding of RFC 8187: the name may be Chinese.
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
  });
