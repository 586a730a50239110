import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { PLANNED_CONTACT_KINDS, type PlannedContactKind } from '@tenure/policy-contract';
import { readPage, whereEqual } from '@tenure/postgres';
import { IsId, IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn, Length } from 'class-validator';
import { DataSource } from 'typeorm';
import { ContactScheduleEntry } from './contact-schedule.entity';
import { PLANNED_CONTACT_STATUSES, viewOf, type PlannedContactView } from './planned-contact.view';

export class ContactPlanQuery extends PageQuery {
  @ApiPropertyOptional({ enum: PLANNED_CONTACT_STATUSES, description: '`open` is the list of what is to be done.' })
  @MayBeAbsent()
  @IsIn(PLANNED_CONTACT_STATUSES)
  readonly status?: (typeof PLANNED_CONTACT_STATUSES)[number];

  @ApiPropertyOptional({ enum: PLANNED_CONTACT_KINDS })
  @MayBeAbsent()
  @IsIn(PLANNED_CONTACT_KINDS)
  readonly kind?: PlannedContactKind;

  @ApiPropertyOptional({ example: 'A', description: 'Planned for customers of this tier.' })
  @MayBeAbsent()
  @Length(1, 40)
  readonly tier?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Due at or before this moment.' })
  @MayBeAbsent()
  @IsInstant()
  readonly dueBefore?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;
}

/** Planned contacts, those that are due first at the front. */
export class ListPlannedContacts extends Query<Page<PlannedContactView>> {
  constructor(readonly filter: ContactPlanQuery) {
    super();
  }
}

@QueryHandler(ListPlannedContacts)
export class ListPlannedContactsHandler implements IQueryHandler<ListPlannedContacts> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListPlannedContacts): Promise<Page<PlannedContactView>> {
    const { limit, cursor, dueBefore } = filter;
    const rows = this.dataSource.getRepository(ContactScheduleEntry).createQueryBuilder('row');
    const { status, kind, tier, customerId } = filter;
    whereEqual(rows, { status, kind, tier, customerId });
    if (dueBefore !== undefined) rows.andWhere('row.dueBy <= :dueBefore', { dueBefore });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: ContactScheduleEntry, by: 'dueBy', key: 'contactKey', direction: 'ASC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: viewOf, key: ({ contactKey }) => [contactKey] });
  }
}
