import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Length, Matches } from 'class-validator';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { whereEqual } from '@tenure/postgres';
import { DataSource } from 'typeorm';
import { CustomerOverview } from './customer-overview.entity';
import { viewOf, type CustomerOverviewView } from './customer-overview.view';

const MERGED = ['with', 'without'] as const;

export class CustomerListQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'A', description: 'Customers in this tier; `none` for those without one.' })
  @MayBeAbsent()
  @Length(1, 100)
  readonly tier?: string;

  @ApiPropertyOptional({ example: 'United Kingdom' })
  @MayBeAbsent()
  @Length(1, 100)
  readonly country?: string;

  @ApiPropertyOptional({ description: 'Part of the name or of the id, in any case.' })
  @MayBeAbsent()
  @Length(1, 100)
  @Matches(/^[^\0]*$/, { message: 'text must not contain U+0000' })
  readonly text?: string;

  @ApiPropertyOptional({
    enum: MERGED,
    default: 'with',
    description: 'Whether duplicates that were merged are listed.',
  })
  @MayBeAbsent()
  @IsIn(MERGED)
  readonly merged?: (typeof MERGED)[number];

  @ApiPropertyOptional({ description: 'The duplicates that were merged into this customer.' })
  @MayBeAbsent()
  @IsId()
  readonly mergedInto?: string;
}

/** Customers in the order of their ids. */
export class ListCustomers extends Query<Page<CustomerOverviewView>> {
  constructor(readonly filter: CustomerListQuery) {
    super();
  }
}

@QueryHandler(ListCustomers)
export class ListCustomersHandler implements IQueryHandler<ListCustomers> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({
    filter: { limit, cursor, tier, country, text, merged, mergedInto },
  }: ListCustomers): Promise<Page<CustomerOverviewView>> {
    const rows = this.dataSource.getRepository(CustomerOverview).createQueryBuilder('row');
    const [after] = decodeCursor(cursor, 1) ?? [];
    if (after !== undefined) rows.andWhere('row.customerId > :after', { after });
    if (tier === 'none') rows.andWhere('row.tier IS NULL');
    else if (tier !== undefined) rows.andWhere('row.tier = :tier', { tier });
    if (merged === 'without') rows.andWhere('row.mergedInto IS NULL');
    whereEqual(rows, { country, mergedInto });
    if (text !== undefined) {
      rows.andWhere('(row.name ILIKE :part OR row.customerId ILIKE :part)', { part: `%${escapeLike(text)}%` });
    }
    const found = await rows
      .orderBy('row.customerId')
      .take(limit + 1)
      .getMany();
    return cutPage(found, limit, { item: viewOf, key: ({ customerId }) => [customerId] });
  }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
