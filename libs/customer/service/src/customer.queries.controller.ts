import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { fail, IdPipe, pageOf, QueryPipe, ReadOperation, type Page, type ProblemError } from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { CustomerAsOfView, StoredEventView, TimelineItem } from './customer-history.view';
import { CustomerOverviewView } from './customer-overview.view';
import { GetCustomer } from './get-customer.query';
import { GetCustomerAsOf, type Moment } from './get-customer-as-of.query';
import { GetCustomerHistory, HistoryQuery } from './get-customer-history.query';
import { GetCustomerTimeline, TimelineQuery } from './get-customer-timeline.query';
import { CustomerListQuery, ListCustomers } from './list-customers.query';

class MomentQuery implements Moment {
  @ApiPropertyOptional({ format: 'date-time', description: 'What happened in the business up to here counts.' })
  @MayBeAbsent()
  @IsInstant()
  readonly asOf?: string;

  @ApiPropertyOptional({ example: '10432', description: 'What was recorded up to this position counts.' })
  @MayBeAbsent()
  @Matches(/^\d{1,18}$/, { message: 'asOfPosition must be a position, such as 10432' })
  readonly asOfPosition?: string;
}

@ApiTags('customers')
@Controller('customers')
export class CustomerQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'listCustomers',
    summary: 'Customers in the order of their ids',
    answer: pageOf(CustomerOverviewView),
    projections: ['customer-overview'],
  })
  list(@Query(QueryPipe) filter: CustomerListQuery): Promise<Page<CustomerOverviewView>> {
    return this.queries.execute(new ListCustomers(filter));
  }

  @Get(':customerId')
  @ReadOperation({
    id: 'getCustomer',
    summary: 'One customer, as of now or as of a moment',
    description:
      'Without a moment: the overview. With `asOf` or `asOfPosition`: folded from the events. The first takes what ' +
      'happened until then, though it may have been recorded later; the second what was recorded until then. Given ' +
      'both, an event has to satisfy both.',
    answer: CustomerOverviewView,
    or: CustomerAsOfView,
    path: ['customerId'],
    projections: ['customer-overview', 'customer-timeline'],
  })
  async get(
    @Param('customerId', IdPipe) customerId: string,
    @Query(QueryPipe) moment: MomentQuery,
  ): Promise<CustomerOverviewView | CustomerAsOfView> {
    const isNow = moment.asOf === undefined && moment.asOfPosition === undefined;
    const query = isNow ? new GetCustomer(customerId) : new GetCustomerAsOf(customerId, { ...moment });
    const customer = await this.queries.execute<typeof query, CustomerOverviewView | CustomerAsOfView | undefined>(
      query,
    );
    if (!customer) throw unknown(customerId, isNow ? '' : ' at that moment');
    return customer;
  }

  @Get(':customerId/timeline')
  @ReadOperation({
    id: 'getCustomerTimeline',
    summary: 'What happened to a customer, in words',
    answer: pageOf(TimelineItem),
    path: ['customerId'],
    projections: ['customer-timeline'],
  })
  async timeline(
    @Param('customerId', IdPipe) customerId: string,
    @Query(QueryPipe) page: TimelineQuery,
  ): Promise<Page<TimelineItem>> {
    return found(customerId, page, await this.queries.execute(new GetCustomerTimeline(customerId, page)));
  }

  @Get(':customerId/history')
  @ReadOperation({
    id: 'getCustomerHistory',
    summary: 'Every event of a customer as it is stored, the oldest first',
    answer: pageOf(StoredEventView),
    path: ['customerId'],
    projections: ['customer-timeline'],
  })
  async history(
    @Param('customerId', IdPipe) customerId: string,
    @Query(QueryPipe) page: HistoryQuery,
  ): Promise<Page<StoredEventView>> {
    return found(customerId, page, await this.queries.execute(new GetCustomerHistory(customerId, page)));
  }
}

/** Whoever nothing is known of has no empty history: more likely the id is wrong. */
function found<Item>(customerId: string, { cursor }: { readonly cursor?: string }, page: Page<Item>): Page<Item> {
  if (page.items.length === 0 && cursor === undefined) throw unknown(customerId);
  return page;
}

const unknown = (customerId: string, when = ''): ProblemError =>
  fail('not-found', `Nothing is known of customer ${customerId}${when}`);
