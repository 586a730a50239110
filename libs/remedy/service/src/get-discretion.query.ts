import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { periodOf } from '@tenure/remedy-core';
import { DataSource } from 'typeorm';
import { DiscretionLedgerEntry } from './discretion-ledger.entity';
import type { DiscretionView } from './discretion.view';

/** What a person may still spend in the period of a moment (ISO 8601), and every entry that led there. */
export class GetDiscretion extends Query<DiscretionView | undefined> {
  constructor(
    readonly personId: string,
    readonly at: string,
  ) {
    super();
  }
}

@QueryHandler(GetDiscretion)
export class GetDiscretionHandler implements IQueryHandler<GetDiscretion> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {}

  /** Undefined where no policy is in force. */
  async execute({ personId, at }: GetDiscretion): Promise<DiscretionView | undefined> {
    const policy = await this.policies.inForce('remedy', DEFAULT_POLICY_IDS.remedy, at);
    if (!policy) return undefined;
    const { budget, currency, discretionPercent } = policy.content;
    const period = periodOf(at, budget.period, budget.timeZone);
    const found = await this.dataSource
      .getRepository(DiscretionLedgerEntry)
      .find({ where: { personId, period }, order: { position: 'ASC' } });
    const entries = found.map(({ position, ...entry }) => ({ ...entry, position: `${position}` }));
    const spentMinor = entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const budgetMinor = budget.amountMinor;
    const left = { budgetMinor, spentMinor, remainingMinor: Math.max(0, budgetMinor - spentMinor) };
    const ref = { policyId: policy.policyId, policyVersion: policy.version };
    return { personId, period, currency, discretionPercent, ...left, ...ref, entries };
  }
}
