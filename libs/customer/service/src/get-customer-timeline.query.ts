import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { DataSource } from 'typeorm';
import { timelineItemOf, type TimelineItem } from './customer-history.view';
import { CustomerTimelineEntry } from './customer-timeline.entity';

export class TimelineQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['newest', 'oldest'], default: 'newest', description: 'What comes first, as recorded.' })
  @IsIn(['newest', 'oldest'])
  readonly first: 'newest' | 'oldest' = 'newest';
}

/** What happened to a customer, in words, in the order of the log. */
export class GetCustomerTimeline extends Query<Page<TimelineItem>> {
  constructor(
    readonly customerId: string,
    readonly page: TimelineQuery,
  ) {
    super();
  }
}

@QueryHandler(GetCustomerTimeline)
export class GetCustomerTimelineHandler implements IQueryHandler<GetCustomerTimeline> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ customerId, page: { limit, cursor, first } }: GetCustomerTimeline): Promise<Page<TimelineItem>> {
    const rows = this.dataSource
      .getRepository(CustomerTimelineEntry)
      .createQueryBuilder('row')
      .where('row.customerId = :customerId', { customerId });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const newest = first === 'newest';
    if (after !== undefined) rows.andWhere(`row.position ${newest ? '<' : '>'} :after::bigint`, { after });
    const found = await rows
      .orderBy('row.position', newest ? 'DESC' : 'ASC')
      .take(limit + 1)
      .getMany();
    return cutPage(found, limit, { item: timelineItemOf, key: ({ position }) => [`${position}`] });
  }
}
