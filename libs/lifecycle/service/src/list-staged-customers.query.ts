import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { readPage, whereEqual } from '@tenure/postgres';
import { LIFECYCLE_STAGES, MayBeAbsent, RISK_BANDS, type LifecycleStage, type RiskBand } from '@tenure/shared-contract';
import { IsIn, Length } from 'class-validator';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { CustomerStageEntry } from './customer-stage.entity';
import { NextReviews } from './next.reviews';
import type { StagedCustomerView } from './staged-customer.view';

export class StagedCustomersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LIFECYCLE_STAGES })
  @MayBeAbsent()
  @IsIn(LIFECYCLE_STAGES)
  readonly stage?: LifecycleStage;

  @ApiPropertyOptional({ enum: RISK_BANDS })
  @MayBeAbsent()
  @IsIn(RISK_BANDS)
  readonly band?: RiskBand;

  @ApiPropertyOptional({ example: 'A' })
  @MayBeAbsent()
  @Length(1, 40)
  readonly tier?: string;
}

/** Customers in stages, those who entered theirs last at the front. */
export class ListStagedCustomers extends Query<Page<StagedCustomerView>> {
  constructor(readonly filter: StagedCustomersQuery) {
    super();
  }
}

@QueryHandler(ListStagedCustomers)
export class ListStagedCustomersHandler implements IQueryHandler<ListStagedCustomers> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(NextReviews) private readonly reviews: NextReviews,
  ) {}

  async execute({ filter }: ListStagedCustomers): Promise<Page<StagedCustomerView>> {
    const { limit, cursor } = filter;
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: CustomerStageEntry, by: 'since', key: 'customerId', direction: 'DESC' } as const;
    const found = await readPage(inStage(this.dataSource, filter), order, { after, limit });
    const next = await this.reviews.of(found.map(({ customerId }) => customerId));
    const item = (row: CustomerStageEntry) => viewOf(row, next.get(row.customerId));
    const { items, ...rest } = cutPage(found, limit, { item, key: ({ customerId }) => [customerId] });
    return { items: items.flatMap((one) => one ?? []), ...rest };
  }
}

/** Those in any stage where none is given; the alias is `row`. */
export function inStage(
  dataSource: DataSource,
  { stage, band, tier }: Pick<StagedCustomersQuery, 'stage' | 'band' | 'tier'>,
): SelectQueryBuilder<CustomerStageEntry> {
  const rows = dataSource.getRepository(CustomerStageEntry).createQueryBuilder('row').where('row.since IS NOT NULL');
  whereEqual(rows, { stage, band, tier });
  return rows;
}

export function viewOf(row: CustomerStageEntry, nextReviewAt: string | undefined): StagedCustomerView | undefined {
  const { customerId, stage, since, tier, band, score, stays } = row;
  if (stage === 'none' || since === null) return undefined;
  const reason = stays.at(-1)?.reason ?? null;
  return { customerId, stage, since, reason, tier, band, score, nextReviewAt: nextReviewAt ?? null };
}
