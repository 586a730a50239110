import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { DataSource } from 'typeorm';
import { ServiceRegisterEntry } from './service-register.entity';
import { viewOf, type ServiceRecordView } from './service-record.view';
import { selectServiceRecords, ServiceRecordFilter, withCustomers } from './service-records.select';

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
    if (after !== undefined) {
      // By the row of the cursor as the database has it: its times are finer than those of JavaScript.
      const last = rows
        .subQuery()
        .select(['last.servedAt', 'last.recordId'])
        .from(ServiceRegisterEntry, 'last')
        .where('last.recordId = :after')
        .getQuery();
      rows.andWhere(`(row.servedAt, row.recordId) < ${last}`, { after });
    }
    const found = await withCustomers(this.dataSource, await rows.take(filter.limit + 1).getMany());
    return cutPage(found, filter.limit, { item: viewOf, key: ({ recordId }) => [recordId] });
  }
}
