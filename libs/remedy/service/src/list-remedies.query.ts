import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { readPage, whereEqual } from '@tenure/postgres';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { RemedyRegisterEntry } from './remedy-register.entity';
import { REMEDY_STATUSES, viewOf, type RemedyView } from './remedy.view';

export class RemedyListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: REMEDY_STATUSES, description: '`waiting` is the list of what is to be approved.' })
  @MayBeAbsent()
  @IsIn(REMEDY_STATUSES)
  readonly status?: (typeof REMEDY_STATUSES)[number];

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly personId?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly complaintId?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;
}

/** Remedies in the order in which they were asked for. */
export class ListRemedies extends Query<Page<RemedyView>> {
  constructor(readonly filter: RemedyListQuery) {
    super();
  }
}

@QueryHandler(ListRemedies)
export class ListRemediesHandler implements IQueryHandler<ListRemedies> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListRemedies): Promise<Page<RemedyView>> {
    const { limit, cursor } = filter;
    const rows = this.dataSource.getRepository(RemedyRegisterEntry).createQueryBuilder('row');
    const { status, personId, complaintId, customerId } = filter;
    whereEqual(rows, { status, personId, complaintId, customerId });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: RemedyRegisterEntry, by: 'askedAt', key: 'remedyKey', direction: 'ASC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: viewOf, key: ({ remedyKey }) => [remedyKey] });
  }
}
