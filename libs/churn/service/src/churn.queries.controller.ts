import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Clock, fail, IdPipe, pageOf, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { inForce } from '@tenure/policy-contract';
import { ChurnModelView } from './churn-model.view';
import { ChurnPolicies } from './churn.policies';
import { CustomerRiskView, EnteredRiskView } from './customer-risk.view';
import { GetCustomerRisk } from './get-customer-risk.query';
import { CustomersAtRiskQuery, ListCustomersAtRisk } from './list-customers-at-risk.query';

@ApiTags('churn')
@Controller()
export class ChurnQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ChurnPolicies) private readonly policies: ChurnPolicies,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('customers/:customerId/risk')
  @ReadOperation({
    id: 'getCustomerRisk',
    summary: 'How likely a customer is lost, by the model in force, and what makes the score',
    answer: CustomerRiskView,
    path: ['customerId'],
    projections: ['customer-behaviour', 'customer-risk'],
  })
  async risk(@Param('customerId', IdPipe) customerId: string): Promise<CustomerRiskView> {
    const risk = await this.queries.execute(new GetCustomerRisk(customerId, this.clock.now()));
    if (!risk) throw fail('not-found', `Nothing is known of customer ${customerId}`);
    return risk;
  }

  @Get('churn/customers')
  @ReadOperation({
    id: 'listCustomersAtRisk',
    summary: 'Customers by the band of risk that they are in, the highest score first',
    description: 'As they were scored when they entered the band.',
    answer: pageOf(EnteredRiskView),
    projections: ['customer-risk'],
  })
  customers(@Query(QueryPipe) filter: CustomersAtRiskQuery): Promise<Page<EnteredRiskView>> {
    return this.queries.execute(new ListCustomersAtRisk(filter));
  }

  @Get('churn/models')
  @ReadOperation({
    id: 'listChurnModels',
    summary: 'Every published version of the churn model, the oldest first',
    description: 'From the event store itself, so it is never behind.',
    answer: ChurnModelView,
    list: true,
  })
  async models(): Promise<readonly ChurnModelView[]> {
    const versions = await this.policies.versions();
    const now = inForce(versions, this.clock.now());
    return versions.map(({ version, content, effectiveFrom, publishedAt, by }) => ({
      version,
      method: content.model.method,
      horizonDays: content.horizonDays,
      effectiveFrom,
      publishedAt,
      by,
      inForce: version === now?.version,
      fitted: content.model.method === 'scorecard' ? null : content.model.fitted,
    }));
  }
}
