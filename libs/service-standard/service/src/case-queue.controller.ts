import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, pageOf, QueryPipe, ReadOperation, tableFile, TableOperation, type Page } from '@tenure/http';
import { CaseQueueQuery } from './case-queue.filter';
import { ListCaseQueue } from './case-queue.query';
import { QueuedCaseView } from './case-queue.view';
import { GetClockHistory } from './clock-history.query';
import { ClockHistoryView } from './clock-history.view';
import { clockColumns, CLOCKS_TABLE } from './clocks.table';
import { ClocksTableQuery, ExportClocks } from './clocks.table.query';

@ApiTags('cases')
@Controller('cases')
export class CaseQueueController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('queue')
  @ReadOperation({
    id: 'listCaseQueue',
    summary: 'Cases that wait for somebody, with the time left on each clock; what is due first comes first',
    answer: pageOf(QueuedCaseView),
    projections: ['case-queue', 'case-clock'],
  })
  queue(@Query(QueryPipe) filter: CaseQueueQuery): Promise<Page<QueuedCaseView>> {
    return this.queries.execute(new ListCaseQueue(filter));
  }

  @Get('clocks/table')
  @TableOperation({ id: 'exportClocks', summary: 'Clocks as a table, for a spreadsheet' })
  async table(@Query(QueryPipe) filter: ClocksTableQuery): Promise<StreamableFile> {
    const { format, language } = filter;
    const rows = await this.queries.execute(new ExportClocks(filter));
    return tableFile({ name: CLOCKS_TABLE[language], columns: clockColumns(language), rows }, format);
  }

  @Get(':caseId/clocks')
  @ReadOperation({
    id: 'getClockHistory',
    summary: 'The clocks of a case: how each stands, and all that happened to them, in words',
    description: 'What happened comes from the event store itself, so it is never behind.',
    answer: ClockHistoryView,
    path: ['caseId'],
    projections: ['case-clock'],
  })
  async history(@Param('caseId', IdPipe) caseId: string): Promise<ClockHistoryView> {
    const history = await this.queries.execute(new GetClockHistory(caseId));
    if (!history) throw fail('not-found', `There are no clocks of a case ${caseId}`);
    return history;
  }
}
