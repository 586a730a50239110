import type { NoticeParameters } from '@tenure/notice-contract';
import type { NoticeDeliveries, NoticeInboxRow } from '@tenure/notice-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('notice_inbox')
@Index('notice_inbox_recipient', ['recipient', 'issuedAt'])
@Index('notice_inbox_issued', ['issuedAt'])
export class NoticeInboxEntry implements NoticeInboxRow {
  @PrimaryColumn({ name: 'notice_id', type: 'text' })
  noticeId!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  template!: string;

  @Column('jsonb')
  parameters!: NoticeParameters;

  @Column('jsonb')
  deliveries!: NoticeDeliveries;

  @Column({ name: 'customer_id', type: 'text', nullable: true })
  customerId!: string | null;

  @Column({ name: 'case_id', type: 'text', nullable: true })
  caseId!: string | null;

  @Column({ name: 'cause_event_id', type: 'text' })
  causeEventId!: string;

  @Column({ name: 'issued_at', type: 'timestamptz', transformer: asInstant })
  issuedAt!: string;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  readAt!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
