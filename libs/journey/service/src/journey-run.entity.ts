import type { JourneyRunRow, JourneyRunStep } from '@tenure/journey-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('journey_run')
@Index('journey_run_journey', ['journeyId', 'enteredAt', 'runId'])
@Index('journey_run_customer', ['customerId', 'enteredAt', 'runId'])
export class JourneyRunEntry implements JourneyRunRow {
  @PrimaryColumn({ name: 'run_id', type: 'text' })
  runId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ name: 'journey_id', type: 'text' })
  journeyId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  category!: JourneyRunRow['category'];

  @Column({ name: 'run_group', type: 'text' })
  runGroup!: JourneyRunRow['runGroup'];

  @Column({ name: 'cause_event_id', type: 'text' })
  causeEventId!: string;

  @Column({ ...instant, name: 'entered_at' })
  enteredAt!: string;

  @Column({ ...instant, name: 'outcome_until' })
  outcomeUntil!: string;

  @Column('text')
  status!: JourneyRunRow['status'];

  @Column({ ...text, name: 'next_step_id' })
  nextStepId!: string | null;

  @Column({ ...instant, name: 'next_due_at', nullable: true })
  nextDueAt!: string | null;

  @Column({ ...text, name: 'ended_because' })
  endedBecause!: JourneyRunRow['endedBecause'];

  @Column({ ...instant, name: 'ended_at', nullable: true })
  endedAt!: string | null;

  @Column('jsonb')
  steps!: readonly JourneyRunStep[];

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
