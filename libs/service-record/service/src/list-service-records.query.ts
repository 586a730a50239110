import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { readPage } from '@tenure/postgres';
import { DataSource } from 'typeorm';
import { viewOf, type ServiceRecordView } from './service-record.view';
import {
  SERVICE_RECORD_ORDER,
  selectServiceRecords,
  ServiceRecordFilter,
  withCustomers,
} from './service-records.select';

export class ServiceRecordListQuery extends IntersectionType(PageQuery, ServiceRecordFilter) {}

/** The newest first. */
export class ListServiceRecords extends Query<Page<ServiceRecordView>> {
  constructor(readonly filter: ServiceRecordListQuery) {
    super();
  }
}

@QueryHandler(ListServiceRecords)
export class ListServiceRecordsHandler implements IQueryHandler<ListServiceRecords> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListServiceRecords): Promise<Page<ServiceRecordView>> {
    const rows = selectServiceRecords(this.dataSource, filter);
    const [after] = decodeCursor(filter.cursor, 1) ?? [];
    const found = await readPage(rows, SERVICE_RECORD_ORDER, { after, limit: filter.limit });
    const page = await withCustomers(this.dataSource, found);
    return cutPage(page, filter.limit, { item: viewOf, key: ({ recordId }) => [recordId] });
  }
}
