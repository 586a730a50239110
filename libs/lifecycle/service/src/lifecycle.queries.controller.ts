import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, pageOf, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { CohortsQuery, GetCohorts } from './cohorts.query';
import { CohortsView } from './cohorts.view';
import { CustomerLifecycleView } from './customer-lifecycle.view';
import { GetCustomerLifecycle } from './get-customer-lifecycle.query';
import { ListStagedCustomers, StagedCustomersQuery } from './list-staged-customers.query';
import { GetRetention, RetentionQuery } from './retention.query';
import { RetentionView } from './retention.view';
import { GetStageBoard } from './stage-board.query';
import { StageBoardView } from './stage-board.view';
import { GetStageFlows, StageFlowsQuery } from './stage-flows.query';
import { StageFlowsView } from './stage-flows.view';
import { StagedCustomerView } from './staged-customer.view';

export class StageBoardQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'As customers stood then; now, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

const STAGES = ['customer-stage'];

@ApiTags('lifecycle')
@Controller()
export class LifecycleQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('lifecycle/board')
  @ReadOperation({
    id: 'getStageBoard',
    summary: 'How many customers are in each stage, by tier and risk, now or at a moment',
    answer: StageBoardView,
    projections: STAGES,
  })
  board(@Query(QueryPipe) { at }: StageBoardQuery): Promise<StageBoardView> {
    return this.queries.execute(new GetStageBoard(at));
  }

  @Get('lifecycle/customers')
  @ReadOperation({
    id: 'listStagedCustomers',
    summary: 'Customers by stage, risk and tier, those who entered their stage last at the front',
    answer: pageOf(StagedCustomerView),
    projections: STAGES,
  })
  customers(@Query(QueryPipe) query: StagedCustomersQuery): Promise<Page<StagedCustomerView>> {
    return this.queries.execute(new ListStagedCustomers(query));
  }

  @Get('customers/:customerId/lifecycle')
  @ReadOperation({
    id: 'getCustomerLifecycle',
    summary: 'In which stage a customer is, why, what made it so, and every stage before',
    answer: CustomerLifecycleView,
    path: ['customerId'],
    projections: STAGES,
  })
  async customer(@Param('customerId', IdPipe) customerId: string): Promise<CustomerLifecycleView> {
    const found = await this.queries.execute(new GetCustomerLifecycle(customerId));
    if (!found) throw fail('not-found', `Customer ${customerId} has never been in a stage`);
    return found;
  }

  @Get('lifecycle/flows')
  @ReadOperation({
    id: 'getStageFlows',
    summary: 'How customers went from stage to stage, month by month (UTC), and the stages at the end of each',
    answer: StageFlowsView,
    projections: ['stage-flow'],
  })
  flows(@Query(QueryPipe) query: StageFlowsQuery): Promise<StageFlowsView> {
    return this.queries.execute(new GetStageFlows(query));
  }

  @Get('lifecycle/cohorts')
  @ReadOperation({
    id: 'getCohorts',
    summary: 'What became of customers who began in the same month: how many are kept, and how many order',
    answer: CohortsView,
    projections: ['customer-stage', 'customer-order-month'],
  })
  cohorts(@Query(QueryPipe) query: CohortsQuery): Promise<CohortsView> {
    return this.queries.execute(new GetCohorts(query));
  }

  @Get('lifecycle/retention')
  @ReadOperation({
    id: 'getRetention',
    summary: 'How long customers stay, by Kaplan and Meier, with intervals',
    answer: RetentionView,
    projections: STAGES,
  })
  retention(@Query(QueryPipe) query: RetentionQuery): Promise<RetentionView> {
    return this.queries.execute(new GetRetention(query));
  }
}
