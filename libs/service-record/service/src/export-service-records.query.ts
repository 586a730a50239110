import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { TableFileQuery } from '@tenure/http';
import { DataSource } from 'typeorm';
import type { ServiceRecordRow } from './service-record.view';
import { selectServiceRecords, ServiceRecordFilter, withCustomers } from './service-records.select';

export class ServiceRecordTableQuery extends IntersectionType(TableFileQuery, ServiceRecordFilter) {}

/** All records of a filter, the newest first. */
export class ExportServiceRecords extends Query<readonly ServiceRecordRow[]> {
  constructor(readonly filter: ServiceRecordTableQuery) {
    super();
  }
}

@QueryHandler(ExportServiceRecords)
export class ExportServiceRecordsHandler implements IQueryHandler<ExportServiceRecords> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ExportServiceRecords): Promise<readonly ServiceRecordRow[]> {
    const rows = selectServiceRecords(this.dataSource, filter)
      .orderBy('row.servedAt', 'DESC')
      .addOrderBy('row.recordId');
    return withCustomers(this.dataSource, await rows.getMany());
  }
}
