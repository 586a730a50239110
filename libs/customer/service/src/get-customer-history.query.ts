import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { CustomerEventsReader } from './customer.events.reader';
import { storedEventOf, type StoredEventView } from './customer-history.view';

const MOST_EVENTS = 10_000;

export class HistoryQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_EVENTS, default: MOST_EVENTS })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_EVENTS)
  override readonly limit: number = MOST_EVENTS;
}

/** Every event of a customer as it is stored, the oldest first. */
export class GetCustomerHistory extends Query<Page<StoredEventView>> {
  constructor(
    readonly customerId: string,
    readonly page: HistoryQuery,
  ) {
    super();
  }
}

@QueryHandler(GetCustomerHistory)
export class GetCustomerHistoryHandler implements IQueryHandler<GetCustomerHistory> {
  constructor(@Inject(CustomerEventsReader) private readonly events: CustomerEventsReader) {}

  async execute({ customerId, page: { limit, cursor } }: GetCustomerHistory): Promise<Page<StoredEventView>> {
    const [after] = decodeCursor(cursor, 1) ?? [];
    const found = await this.events.read(customerId, { after, limit: limit + 1 });
    return cutPage(found, limit, { item: storedEventOf, key: ({ position }) => [`${position}`] });
  }
}
