import type { SurveyInvited, SurveySubject } from '@tenure/feedback-contract';
import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: asInstant } as const;

/** A survey of which a version was published. Rebuilt from the log, like the others here, where the automation reads it anew. */
@Entity('survey_known')
export class KnownSurvey {
  @PrimaryColumn({ name: 'survey_id', type: 'text' })
  surveyId!: string;
}

/** When a customer was asked by a survey last. */
@Entity('survey_asked')
export class SurveyAskedRow {
  @PrimaryColumn({ name: 'survey_id', type: 'text' })
  surveyId!: string;

  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ ...instant, name: 'asked_at' })
  askedAt!: string;
}

/** A customer who is to be asked about something, once it is time. */
@Entity('survey_due')
export class SurveyDueRow {
  @PrimaryColumn({ name: 'invitation_id', type: 'text' })
  invitationId!: string;

  @Column({ name: 'survey_id', type: 'text' })
  surveyId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('jsonb')
  about!: SurveySubject;

  @Column({ name: 'cause_event_id', type: 'text' })
  causeEventId!: string;

  @Column({ name: 'correlation_id', type: 'text' })
  correlationId!: string;

  @Column({ name: 'asked_by', type: 'text' })
  askedBy!: string;

  /** The words of a journey. */
  @Column('jsonb', { nullable: true })
  message!: SurveyInvited['message'] | null;

  @Index('survey_due_at')
  @Column({ ...instant, name: 'due_at' })
  dueAt!: string;
}

/** A quarterly survey in one quarter, and how far it is. */
@Entity('survey_round')
export class SurveyRoundRow {
  @PrimaryColumn({ name: 'survey_id', type: 'text' })
  surveyId!: string;

  /** `2026-Q4`. */
  @PrimaryColumn('text')
  quarter!: string;

  /** Everybody up to here was asked, or was not to be; null before the first of them. */
  @Column({ name: 'after_customer_id', type: 'text', nullable: true })
  afterCustomerId!: string | null;

  @Column('integer')
  asked!: number;

  @Column({ ...instant, name: 'finished_at', nullable: true })
  finishedAt!: string | null;
}
