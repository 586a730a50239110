import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import {
  CASE_TYPES,
  CONTACT_CHANNELS,
  IsId,
  MayBeAbsent,
  URGENCIES,
  type CaseType,
  type ContactChannel,
  type Urgency,
} from '@tenure/shared-contract';
import { readPage, whereEqual } from '@tenure/postgres';
import { DataSource } from 'typeorm';
import { ComplaintQueueEntry } from './complaint-queue.entity';
import { COMPLAINT_STATUSES, viewOf, type ComplaintView } from './complaint.view';

export class ComplaintListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: COMPLAINT_STATUSES })
  @MayBeAbsent()
  @IsIn(COMPLAINT_STATUSES)
  readonly status?: (typeof COMPLAINT_STATUSES)[number];

  @ApiPropertyOptional({ description: 'Who answers for the case now.' })
  @MayBeAbsent()
  @IsId()
  readonly owner?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;

  @ApiPropertyOptional({ enum: CONTACT_CHANNELS })
  @MayBeAbsent()
  @IsIn(CONTACT_CHANNELS)
  readonly channel?: ContactChannel;

  @ApiPropertyOptional({ enum: CASE_TYPES })
  @MayBeAbsent()
  @IsIn(CASE_TYPES)
  readonly caseType?: CaseType;

  @ApiPropertyOptional({ enum: URGENCIES })
  @MayBeAbsent()
  @IsIn(URGENCIES)
  readonly urgency?: Urgency;

  @ApiPropertyOptional({ description: 'Cases that are duplicates of this one.' })
  @MayBeAbsent()
  @IsId()
  readonly duplicateOf?: string;

  @ApiPropertyOptional({ enum: ['newest', 'oldest'], default: 'oldest', description: 'What comes first, by opening.' })
  @IsIn(['newest', 'oldest'])
  readonly first: 'newest' | 'oldest' = 'oldest';
}

/** Cases in the order of their opening. */
export class ListComplaints extends Query<Page<ComplaintView>> {
  constructor(readonly filter: ComplaintListQuery) {
    super();
  }
}

@QueryHandler(ListComplaints)
export class ListComplaintsHandler implements IQueryHandler<ListComplaints> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListComplaints): Promise<Page<ComplaintView>> {
    const { limit, cursor, first } = filter;
    const rows = this.dataSource.getRepository(ComplaintQueueEntry).createQueryBuilder('row');
    const { status, owner, customerId, channel, caseType, urgency, duplicateOf } = filter;
    whereEqual(rows, { status, owner, customerId, channel, caseType, urgency, duplicateOf });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const direction = first === 'newest' ? 'DESC' : 'ASC';
    const order = { entity: ComplaintQueueEntry, by: 'openedAt', key: 'complaintId', direction } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: viewOf, key: ({ complaintId }) => [complaintId] });
  }
}
