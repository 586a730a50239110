import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CustomerFactsReader, type Facts } from '@tenure/behaviour-contract';
import { aliveUnder, scoreOf } from '@tenure/churn-core';
import type { ChurnModelContent } from '@tenure/policy-contract';
import { DataSource } from 'typeorm';
import { ChurnPolicies } from './churn.policies';
import { CustomerRiskEntry } from './customer-risk.entity';
import { enteredOf, type CustomerRiskView } from './customer-risk.view';

/** Of a customer at a moment (ISO 8601) that is not before anything known. */
export class GetCustomerRisk extends Query<CustomerRiskView | undefined> {
  constructor(
    readonly customerId: string,
    readonly at: string,
  ) {
    super();
  }
}

@QueryHandler(GetCustomerRisk)
export class GetCustomerRiskHandler implements IQueryHandler<GetCustomerRisk> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CustomerFactsReader) private readonly facts: CustomerFactsReader,
    @Inject(ChurnPolicies) private readonly policies: ChurnPolicies,
  ) {}

  /** Undefined of whom nothing is known. Throws ProblemError where no model is in force. */
  async execute({ customerId, at }: GetCustomerRisk): Promise<CustomerRiskView | undefined> {
    const [{ policyId, version, content }, known, entry] = await Promise.all([
      this.policies.inForce(at),
      this.facts.factsAt([customerId], at, undefined),
      this.dataSource.getRepository(CustomerRiskEntry).findOneBy({ customerId }),
    ]);
    const facts = known.get(customerId);
    if (!facts) return undefined;
    const model = { policyId, version, method: content.model.method };
    return { customerId, model, ...scoreNow(content, facts), at, entered: entry && enteredOf(entry) };
  }
}

type ScoreNow = Pick<CustomerRiskView, 'score' | 'band' | 'explanation' | 'alive'>;

function scoreNow(content: ChurnModelContent, facts: Facts): ScoreNow {
  const { score = null, band = null, explanation = null } = scoreOf(content, facts) ?? {};
  const alive = content.model.method === 'mbg-nbd' ? (aliveUnder(content.model, facts) ?? null) : null;
  return { score, band, explanation, alive };
}
