import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { readPage, whereEqual } from '@tenure/postgres';
import { MayBeAbsent, RISK_BANDS, type RiskBand } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { CustomerRiskEntry } from './customer-risk.entity';
import { enteredOf, type EnteredRiskView } from './customer-risk.view';

export class CustomersAtRiskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: RISK_BANDS })
  @MayBeAbsent()
  @IsIn(RISK_BANDS)
  readonly band?: RiskBand;
}

/** Those who were scored, the highest score first. */
export class ListCustomersAtRisk extends Query<Page<EnteredRiskView>> {
  constructor(readonly filter: CustomersAtRiskQuery) {
    super();
  }
}

@QueryHandler(ListCustomersAtRisk)
export class ListCustomersAtRiskHandler implements IQueryHandler<ListCustomersAtRisk> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter: { band, limit, cursor } }: ListCustomersAtRisk): Promise<Page<EnteredRiskView>> {
    const rows = this.dataSource.getRepository(CustomerRiskEntry).createQueryBuilder('row');
    whereEqual(rows, { band });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: CustomerRiskEntry, by: 'score', key: 'customerId', direction: 'DESC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: enteredOf, key: ({ customerId }) => [customerId] });
  }
}
