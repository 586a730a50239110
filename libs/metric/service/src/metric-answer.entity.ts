import type { AnswerMetricRow } from '@tenure/metric-core';
import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('metric_answer')
export class MetricAnswerEntry implements AnswerMetricRow {
  @PrimaryColumn({ name: 'invitation_id', type: 'text' })
  invitationId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ name: 'survey_id', type: 'text' })
  surveyId!: string;

  @Column('text', { nullable: true })
  product!: string | null;

  @Column('jsonb')
  labels!: AnswerMetricRow['labels'];

  @Index('metric_answer_invited')
  @Column({ name: 'invited_at', type: 'timestamptz', transformer: asInstant })
  invitedAt!: string;

  @Index('metric_answer_answered')
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  answeredAt!: string | null;

  @Column('jsonb')
  scores!: AnswerMetricRow['scores'];
}
