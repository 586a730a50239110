import type { SurveyAnswer, SurveyLanguage } from '@tenure/feedback-contract';
import type { SurveyResponseRow } from '@tenure/feedback-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const score = { type: 'integer', nullable: true } as const;
const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('survey_response')
@Index('survey_response_survey', ['surveyId', 'invitedAt', 'invitationId'])
@Index('survey_response_invited', ['invitedAt', 'invitationId'])
@Index('survey_response_customer', ['customerId', 'invitedAt'])
@Index('survey_response_answered', ['answeredAt'], { where: 'answered_at IS NOT NULL' })
export class SurveyResponseEntry implements SurveyResponseRow {
  @PrimaryColumn({ name: 'invitation_id', type: 'text' })
  invitationId!: string;

  @Column({ name: 'survey_id', type: 'text' })
  surveyId!: string;

  @Column('integer')
  version!: number;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ ...text, name: 'about_kind' })
  aboutKind!: SurveyResponseRow['aboutKind'];

  @Column({ ...text, name: 'about_id' })
  aboutId!: string | null;

  @Column(text)
  product!: string | null;

  @Column('jsonb')
  labels!: readonly string[];

  @Column('boolean')
  sent!: boolean;

  @Column({ ...text, name: 'invited_by' })
  invitedBy!: string | null;

  @Column({ ...instant, name: 'invited_at' })
  invitedAt!: string;

  @Column({ ...instant, name: 'ends_at' })
  endsAt!: string;

  @Column({ ...instant, name: 'answered_at', nullable: true })
  answeredAt!: string | null;

  @Column(text)
  language!: SurveyLanguage | null;

  @Column(score)
  csat!: number | null;

  @Column(score)
  nps!: number | null;

  @Column(score)
  ces!: number | null;

  @Column(score)
  responsiveness!: number | null;

  @Column(score)
  resolution!: number | null;

  @Column(score)
  attitude!: number | null;

  @Column('jsonb', { nullable: true })
  answers!: readonly SurveyAnswer[] | null;

  @Column(text)
  text!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
