import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cutPage, decodeCursor, type Page } from '@tenure/http';
import { readPage, whereEqual } from '@tenure/postgres';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { CustomerVoiceEntry } from './customer-voice.entity';
import type { AnswerListQuery, VoiceListQuery } from './feedback.filters';
import { responseView, voiceView, type CustomerVoiceView, type SurveyResponseView } from './feedback.view';
import { SurveyResponseEntry } from './survey-response.entity';

/** What customers answered, the newest first. */
export class ListSurveyAnswers extends Query<Page<SurveyResponseView>> {
  constructor(readonly filter: AnswerListQuery) {
    super();
  }
}

@QueryHandler(ListSurveyAnswers)
export class ListSurveyAnswersHandler implements IQueryHandler<ListSurveyAnswers> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListSurveyAnswers): Promise<Page<SurveyResponseView>> {
    const { limit, cursor, surveyId, customerId, product } = filter;
    const rows = this.dataSource.getRepository(SurveyResponseEntry).createQueryBuilder('row');
    rows.where('row.answeredAt IS NOT NULL');
    whereEqual(rows, { surveyId, customerId, product });
    within(rows, 'answeredAt', filter);
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: SurveyResponseEntry, by: 'answeredAt', key: 'invitationId', direction: 'DESC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: responseView, key: ({ invitationId }) => [invitationId] });
  }
}

/** Undefined where nobody was invited under that id. */
export class GetSurveyInvitation extends Query<SurveyResponseView | undefined> {
  constructor(readonly invitationId: string) {
    super();
  }
}

@QueryHandler(GetSurveyInvitation)
export class GetSurveyInvitationHandler implements IQueryHandler<GetSurveyInvitation> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ invitationId }: GetSurveyInvitation): Promise<SurveyResponseView | undefined> {
    const row = await this.dataSource.getRepository(SurveyResponseEntry).findOneBy({ invitationId });
    return row ? responseView(row) : undefined;
  }
}

/** What was heard from customers, the newest first. */
export class ListCustomerVoices extends Query<Page<CustomerVoiceView>> {
  constructor(readonly filter: VoiceListQuery) {
    super();
  }
}

@QueryHandler(ListCustomerVoices)
export class ListCustomerVoicesHandler implements IQueryHandler<ListCustomerVoices> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListCustomerVoices): Promise<Page<CustomerVoiceView>> {
    const { limit, cursor, kind, customerId, product } = filter;
    const rows = this.dataSource.getRepository(CustomerVoiceEntry).createQueryBuilder('row');
    whereEqual(rows, { kind, customerId, product });
    within(rows, 'heardAt', filter);
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: CustomerVoiceEntry, by: 'heardAt', key: 'voiceId', direction: 'DESC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: voiceView, key: ({ voiceId }) => [voiceId] });
  }
}

type Bounds = Pick<AnswerListQuery, 'from' | 'until' | 'label'>;

function within<Row extends ObjectLiteral & { labels: readonly string[] }>(
  rows: SelectQueryBuilder<Row>,
  time: keyof Row & string,
  { from, until, label }: Bounds,
): void {
  if (from !== undefined) rows.andWhere(`row.${time} >= :from`, { from });
  if (until !== undefined) rows.andWhere(`row.${time} < :until`, { until });
  if (label !== undefined) rows.andWhere('row.labels @> :labels', { labels: JSON.stringify([label]) });
}
