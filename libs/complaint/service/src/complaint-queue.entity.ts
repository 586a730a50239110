import { asBigint, asInstant } from '@tenure/postgres';
import type { ComplaintQueueRow } from '@tenure/complaint-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', nullable: true, transformer: asInstant } as const;

@Entity('complaint_queue')
@Index('complaint_queue_status', ['status', 'openedAt'])
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

  @Column({ ...instant, name: 'first_responded_at' })
  firstRespondedAt!: string | null;

  @Column({ ...instant, name: 'resolved_at' })
  resolvedAt!: string | null;

  @Column(text)
  remedy!: string | null;

  @Column({ ...instant, name: 'closed_at' })
  closedAt!: string | null;

  @Column({ type: 'boolean', nullable: true })
  disputed!: boolean | null;

  @Column({ ...instant, name: 'reopened_at' })
  reopenedAt!: string | null;

  @Column('integer')
  reopenings!: number;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
