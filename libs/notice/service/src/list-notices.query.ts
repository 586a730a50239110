import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Clock, cutPage, decodeCursor, PageQuery } from '@tenure/http';
import { customerRecipient } from '@tenure/notice-core';
import { PolicyBook } from '@tenure/policy-contract';
import { readPage, whereEqual } from '@tenure/postgres';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { NoticeInboxEntry } from './notice-inbox.entity';
import { viewOf, type NoticePage } from './notice.view';
import { RecipientBook } from './recipient.book';

export class NoticeListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'The person who was told.' })
  @MayBeAbsent()
  @IsId()
  readonly recipient?: string;

  @ApiPropertyOptional({ description: 'The case that it is about.' })
  @MayBeAbsent()
  @IsId()
  readonly caseId?: string;

  @ApiPropertyOptional({ description: 'The customer whom it is about, or who was written to.' })
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;

  @ApiPropertyOptional({
    enum: ['people', 'customers'],
    default: 'people',
    description: '`customers`: what was written to customers, in place of the inboxes of people.',
  })
  @MayBeAbsent()
  @IsIn(['people', 'customers'])
  readonly to?: 'people' | 'customers';

  @ApiPropertyOptional({ enum: ['only'], description: '`only`: those that were not read yet.' })
  @MayBeAbsent()
  @IsIn(['only'])
  readonly unread?: 'only';
}

/** Notices in the order of their issue, the newest first. */
export class ListNotices extends Query<NoticePage> {
  constructor(readonly filter: NoticeListQuery) {
    super();
  }
}

@QueryHandler(ListNotices)
export class ListNoticesHandler implements IQueryHandler<ListNotices> {
  readonly #book: RecipientBook;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.#book = new RecipientBook(policies);
  }

  async execute({ filter }: ListNotices): Promise<NoticePage> {
    const { limit, cursor } = filter;
    const rows = this.#rows(filter);
    if (filter.unread) rows.andWhere('row.readAt IS NULL');
    const [after] = decodeCursor(cursor, 1) ?? [];
    const [found, unread, recipients] = await Promise.all([
      readPage(rows, ORDER, { after, limit }),
      this.#rows(filter).andWhere('row.readAt IS NULL').getCount(),
      this.#book.at(this.clock.now()),
    ]);
    const page = cutPage(found, limit, {
      item: (row) => viewOf(row, recipients.wordingsFor(recipients.find(row.recipient))),
      key: ({ noticeId }) => [noticeId],
    });
    return { ...page, unread };
  }

  #rows(filter: NoticeListQuery): SelectQueryBuilder<NoticeInboxEntry> {
    const rows = this.dataSource.getRepository(NoticeInboxEntry).createQueryBuilder('row');
    const { recipient, caseId, customerId, to = 'people' } = filter;
    whereEqual(rows, { recipient, caseId, customerId });
    const among = to === 'customers' ? 'LIKE' : 'NOT LIKE';
    return rows.andWhere(`row.recipient ${among} :customers`, { customers: `${customerRecipient('')}%` });
  }
}

const ORDER = { entity: NoticeInboxEntry, by: 'issuedAt', key: 'noticeId', direction: 'DESC' } as const;
