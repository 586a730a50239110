import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { pageOf, QueryPipe, ReadOperation, tableFile, TableOperation, type Page } from '@tenure/http';
import { ExportServiceRecords, ServiceRecordTableQuery } from './export-service-records.query';
import { ListServiceRecords, ServiceRecordListQuery } from './list-service-records.query';
import { SERVICE_RECORD_TABLE, serviceRecordColumns } from './service-record.table';
import { ServiceRecordView } from './service-record.view';

@ApiTags('service records')
@Controller('service-records')
export class ServiceRecordQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'listServiceRecords',
    summary: 'What was done for whom, the newest first',
    answer: pageOf(ServiceRecordView),
    projections: ['service-register', 'served-customer'],
  })
  list(@Query(QueryPipe) filter: ServiceRecordListQuery): Promise<Page<ServiceRecordView>> {
    return this.queries.execute(new ListServiceRecords(filter));
  }

  @Get('table')
  @TableOperation({ id: 'exportServiceRecords', summary: 'The service records as a table, for a spreadsheet' })
  async table(@Query(QueryPipe) filter: ServiceRecordTableQuery): Promise<StreamableFile> {
    const { format, language } = filter;
    const rows = await this.queries.execute(new ExportServiceRecords(filter));
    return tableFile({ name: SERVICE_RECORD_TABLE[language], columns: serviceRecordColumns(language), rows }, format);
  }
}
