import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { TierDistributionEntry } from './tier-distribution.entity';
import { distributionAt, type DayOfChange, type TierDistributionView } from './tier-distribution.view';

export class GetTierDistribution extends Query<TierDistributionView> {
  constructor(
    /** Calendar day `YYYY-MM-DD`, UTC; included. */
    readonly at: string,
    /** All policies together where it is left out. */
    readonly policyId: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetTierDistribution)
export class GetTierDistributionHandler implements IQueryHandler<GetTierDistribution> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ at, policyId }: GetTierDistribution): Promise<TierDistributionView> {
    const rows = this.dataSource
      .getRepository(TierDistributionEntry)
      .createQueryBuilder('row')
      .select(['row.day AS day', 'row.tier AS tier', 'sum(row.change)::integer AS change'])
      .where('row.day <= :at', { at })
      .groupBy('row.day')
      .addGroupBy('row.tier')
      .orderBy('row.day');
    if (policyId !== undefined) rows.andWhere('row.policyId = :policyId', { policyId });
    return distributionAt(at, await rows.getRawMany<DayOfChange>());
  }
}
