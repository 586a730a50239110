import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Clock, fail, IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import { IsDay, IsId, MayBeAbsent } from '@tenure/shared-contract';
import { GetCustomerTier } from './get-customer-tier.query';
import { GetTierDistribution } from './get-tier-distribution.query';
import { TierDistributionView } from './tier-distribution.view';
import { CustomerTierView } from './tier.view';

class DistributionQuery {
  @ApiPropertyOptional({ description: 'One policy alone.' })
  @MayBeAbsent()
  @IsId()
  readonly policyId?: string;

  @ApiPropertyOptional({ format: 'date', description: 'At the end of this day, UTC; today, where it is left out.' })
  @MayBeAbsent()
  @IsDay()
  readonly at?: string;
}

@ApiTags('tiers')
@Controller()
export class TierQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('customers/:customerId/tier')
  @ReadOperation({
    id: 'getCustomerTier',
    summary: 'The tier of a customer, why, and every change that led to it',
    description: 'From the event store itself, so it is never behind.',
    answer: CustomerTierView,
    path: ['customerId'],
  })
  async tier(@Param('customerId', IdPipe) customerId: string): Promise<CustomerTierView> {
    const tier = await this.queries.execute(new GetCustomerTier(customerId));
    if (!tier) throw fail('not-found', `Customer ${customerId} was never given a tier`);
    return tier;
  }

  @Get('tiers/distribution')
  @ReadOperation({
    id: 'getTierDistribution',
    summary: 'How many customers are in each tier, on a day and month by month up to it',
    answer: TierDistributionView,
    projections: ['tier-distribution'],
  })
  distribution(@Query(QueryPipe) { at, policyId }: DistributionQuery): Promise<TierDistributionView> {
    return this.queries.execute(new GetTierDistribution(at ?? this.clock.now().slice(0, 10), policyId));
  }
}
