import { asInstant } from '@tenure/postgres';
import type { CaseClockRow } from '@tenure/service-standard-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const number = { type: 'integer', nullable: true } as const;
const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('case_clock')
@Index('case_clock_case', ['caseId'])
@Index('case_clock_customer', ['customerId'])
@Index('case_clock_due', ['status', 'dueAt'])
@Index('case_clock_owner', ['owner', 'status'])
@Index('case_clock_decided', ['decidedMonth', 'kind'])
export class CaseClockEntry implements CaseClockRow {
  @PrimaryColumn('text')
  key!: string;

  @Column({ name: 'case_id', type: 'text' })
  caseId!: string;

  @Column({ name: 'clock_id', type: 'text' })
  clockId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  kind!: CaseClockRow['kind'];

  @Column({ name: 'case_type', type: 'text' })
  caseType!: CaseClockRow['caseType'];

  @Column('text')
  tier!: string;

  @Column('text')
  urgency!: CaseClockRow['urgency'];

  @Column('text')
  complexity!: CaseClockRow['complexity'];

  @Column('text')
  owner!: string;

  @Column('text')
  status!: CaseClockRow['status'];

  @Column('text')
  outcome!: CaseClockRow['outcome'];

  @Column({ ...text, name: 'policy_id' })
  policyId!: string | null;

  @Column({ ...number, name: 'policy_version' })
  policyVersion!: number | null;

  @Column({ ...text, name: 'target_id' })
  targetId!: string | null;

  @Column({ ...text, name: 'calendar_id' })
  calendarId!: string | null;

  @Column({ ...number, name: 'calendar_version' })
  calendarVersion!: number | null;

  @Column({ ...number, name: 'holidays_version' })
  holidaysVersion!: number | null;

  @Column({ ...instant, name: 'agreed_due_at', nullable: true })
  agreedDueAt!: string | null;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'target_seconds', type: 'double precision' })
  targetSeconds!: number;

  @Column({ ...instant, name: 'started_at' })
  startedAt!: string;

  @Column({ ...instant, name: 'due_at', nullable: true })
  dueAt!: string | null;

  @Column('boolean')
  provisional!: boolean;

  @Column({ name: 'elapsed_seconds', type: 'double precision' })
  elapsedSeconds!: number;

  @Column({ ...instant, name: 'counted_at' })
  countedAt!: string;

  @Column({ ...text, name: 'paused_for' })
  pausedFor!: CaseClockRow['pausedFor'];

  @Column({ ...instant, name: 'breached_at', nullable: true })
  breachedAt!: string | null;

  @Column({ ...instant, name: 'finished_at', nullable: true })
  finishedAt!: string | null;

  @Column({ ...text, name: 'cancelled_for' })
  cancelledFor!: CaseClockRow['cancelledFor'];

  @Column({ ...instant, name: 'decided_at', nullable: true })
  decidedAt!: string | null;

  @Column({ ...text, name: 'decided_month' })
  decidedMonth!: string | null;

  @Column({ name: 'reminded_percents', type: 'jsonb' })
  remindedPercents!: CaseClockRow['remindedPercents'];

  @Column({ name: 'escalated_steps', type: 'integer' })
  escalatedSteps!: number;

  @Column('jsonb')
  pauses!: CaseClockRow['pauses'];

  @Column('jsonb')
  targets!: CaseClockRow['targets'];

  @Column('jsonb')
  history!: CaseClockRow['history'];

  @Column('jsonb')
  clock!: CaseClockRow['clock'];
}
