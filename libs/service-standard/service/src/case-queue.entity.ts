import { asInstant } from '@tenure/postgres';
import type { CaseQueueRow } from '@tenure/service-standard-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;

@Entity('case_queue')
@Index('case_queue_due', ['isWaiting', 'dueFirst', 'caseId'])
@Index('case_queue_owner', ['isWaiting', 'owner', 'dueFirst'])
export class CaseQueueEntry implements CaseQueueRow {
  @PrimaryColumn({ name: 'case_id', type: 'text' })
  caseId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  channel!: string;

  @Column({ name: 'case_type', type: 'text' })
  caseType!: CaseQueueRow['caseType'];

  @Column('text')
  urgency!: CaseQueueRow['urgency'];

  @Column('text')
  complexity!: CaseQueueRow['complexity'];

  @Column('text')
  owner!: string;

  @Column(text)
  tier!: string | null;

  @Column('text')
  status!: CaseQueueRow['status'];

  @Column({ name: 'opened_at', type: 'timestamptz', transformer: asInstant })
  openedAt!: string;

  @Column({ ...text, name: 'duplicate_of' })
  duplicateOf!: string | null;

  @Column({ name: 'is_waiting', type: 'boolean' })
  isWaiting!: boolean;

  /** In the order of bytes, which is that of the times. */
  @Column({ name: 'due_first', type: 'text', collation: 'C' })
  dueFirst!: string;

  @Column({ name: 'due_by_kind', type: 'jsonb' })
  dueByKind!: CaseQueueRow['dueByKind'];

  @Column({ name: 'is_breached', type: 'boolean' })
  isBreached!: boolean;

  @Column({ name: 'is_warned', type: 'boolean' })
  isWarned!: boolean;

  @Column({ name: 'is_paused', type: 'boolean' })
  isPaused!: boolean;

  @Column('jsonb')
  clocks!: CaseQueueRow['clocks'];
}
