import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { CustomerBehaviourView } from './customer-behaviour.view';
import { GetCustomerBehaviour } from './get-customer-behaviour.query';

class BehaviourQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'What happened in the business up to here counts.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

@ApiTags('customers')
@Controller('customers/:customerId/behaviour')
export class BehaviourQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'getCustomerBehaviour',
    summary:
      'How a customer behaves: the facts that stages, scores and journeys go by, and 7, 30 and 180 days side by side',
    description: 'With `at` in the future: what will hold then if nothing else happens.',
    answer: CustomerBehaviourView,
    path: ['customerId'],
    projections: ['customer-behaviour', 'customer-timeline'],
  })
  async get(
    @Param('customerId', IdPipe) customerId: string,
    @Query(QueryPipe) { at }: BehaviourQuery,
  ): Promise<CustomerBehaviourView> {
    const query = new GetCustomerBehaviour(customerId, at);
    const found = await this.queries.execute<GetCustomerBehaviour, CustomerBehaviourView | undefined>(query);
    if (!found) throw fail('not-found', `nothing is known of how customer ${customerId} behaves`);
    return found;
  }
}
