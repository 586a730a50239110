import { asBigint, asInstant } from '@tenure/postgres';
import type { ComplaintQueueRow } from '@tenure/complaint-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', nullable: true, transformer: asInstant } as const;

@Entity('complaint_queue')
@Index('complaint_queue_status', ['status', 'openedAt'])
@Index('complaint_queue_opened', ['openedAt'])
@Index('complaint_queue_customer', ['customerId'])
export class ComplaintQueueEntry implements ComplaintQueueRow {
  @PrimaryColumn({ name: 'complaint_id', type: 'text' })
  complaintId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  status!: ComplaintQueueRow['status'];

  @Column('text')
  owner!: string;

  @Column({ ...text, name: 'offered_to' })
  offeredTo!: string | null;

  @Column('text')
  channel!: string;

  @Column('text')
  subject!: string;

  @Column(text)
  product!: string | null;

  @Column({ ...text, name: 'issue_type' })
  issueType!: string | null;

  @Column({ name: 'opened_at', type: 'timestamptz', transformer: asInstant })
  openedAt!: string;

  @Column({ ...instant, name: 'accepted_at' })
  acceptedAt!: string | null;

  @Column({ ...text, name: 'accepted_by' })
  acceptedBy!: string | null;

  @Column({ ...instant, name: 'first_responded_at' })
  firstRespondedAt!: string | null;

  @Column({ name: 'received_by', type: 'text' })
  receivedBy!: string;

  @Column({ name: 'case_type', type: 'text' })
  caseType!: ComplaintQueueRow['caseType'];

  @Column('text')
  urgency!: ComplaintQueueRow['urgency'];

  @Column('text')
  complexity!: ComplaintQueueRow['complexity'];

  @Column({ ...text, name: 'service_standard' })
  serviceStandard!: string | null;

  @Column({ ...instant, name: 'agreed_due_at' })
  agreedDueAt!: string | null;

  @Column({ ...instant, name: 'held_at' })
  heldAt!: string | null;

  @Column({ ...text, name: 'held_for' })
  heldFor!: ComplaintQueueRow['heldFor'];

  @Column('integer')
  holds!: number;

  @Column('jsonb')
  help!: ComplaintQueueRow['help'];

  @Column({ ...instant, name: 'resolved_at' })
  resolvedAt!: string | null;

  @Column({ ...text, name: 'resolved_by' })
  resolvedBy!: string | null;

  @Column(text)
  remedy!: string | null;

  @Column({ name: 'reported_timely', type: 'boolean', nullable: true })
  reportedTimely!: boolean | null;

  @Column({ ...instant, name: 'told_at' })
  toldAt!: string | null;

  @Column({ ...text, name: 'told_by' })
  toldBy!: string | null;

  @Column({ ...instant, name: 'followed_up_at' })
  followedUpAt!: string | null;

  @Column({ ...text, name: 'followed_up_by' })
  followedUpBy!: string | null;

  @Column({ type: 'integer', nullable: true })
  satisfaction!: number | null;

  @Column({ ...instant, name: 'closed_at' })
  closedAt!: string | null;

  @Column({ type: 'boolean', nullable: true })
  disputed!: boolean | null;

  @Column({ ...text, name: 'duplicate_of' })
  duplicateOf!: string | null;

  @Column({ ...instant, name: 'reopened_at' })
  reopenedAt!: string | null;

  @Column('integer')
  reopenings!: number;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
