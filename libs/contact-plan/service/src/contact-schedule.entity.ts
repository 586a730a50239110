import type { ContactScheduleRow } from '@tenure/contact-plan-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('contact_schedule')
@Index('contact_schedule_due', ['dueBy', 'contactKey'])
@Index('contact_schedule_status', ['status', 'dueBy', 'contactKey'])
@Index('contact_schedule_customer', ['customerId', 'dueBy'])
export class ContactScheduleEntry implements ContactScheduleRow {
  @PrimaryColumn({ name: 'contact_key', type: 'text' })
  contactKey!: string;

  @Column({ name: 'contact_id', type: 'text' })
  contactId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  kind!: ContactScheduleRow['kind'];

  @Column('text')
  tier!: string;

  @Column('text')
  period!: string;

  @Column({ ...instant, name: 'period_from' })
  periodFrom!: string;

  @Column({ ...instant, name: 'due_by' })
  dueBy!: string;

  @Column('text')
  status!: ContactScheduleRow['status'];

  @Column({ ...text, name: 'done_by' })
  doneBy!: string | null;

  @Column({ ...instant, name: 'done_at', nullable: true })
  doneAt!: string | null;

  @Column(text)
  channel!: ContactScheduleRow['channel'];

  @Column({ ...text, name: 'interaction_id' })
  interactionId!: string | null;

  @Column({ ...instant, name: 'missed_at', nullable: true })
  missedAt!: string | null;

  @Column({ ...text, name: 'dropped_because' })
  droppedBecause!: ContactScheduleRow['droppedBecause'];

  @Column({ name: 'policy_id', type: 'text' })
  policyId!: string;

  @Column({ name: 'policy_version', type: 'integer' })
  policyVersion!: number;

  @Column({ ...instant, name: 'planned_at' })
  plannedAt!: string;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
