import { asBigint, asInstant } from '@tenure/postgres';
import type { ServiceRegisterRow } from '@tenure/service-record-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', nullable: true, transformer: asInstant } as const;

@Entity('service_register')
@Index('service_register_served', ['servedAt'])
@Index('service_register_customer', ['customerId', 'servedAt'])
export class ServiceRegisterEntry implements ServiceRegisterRow {
  @PrimaryColumn({ name: 'record_id', type: 'text' })
  recordId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ name: 'service_type', type: 'text' })
  serviceType!: ServiceRegisterRow['serviceType'];

  @Column(text)
  contact!: string | null;

  @Column('text')
  problem!: string;

  @Column('text')
  result!: string;

  @Column({ name: 'served_by', type: 'text' })
  servedBy!: string;

  @Column('text')
  responsible!: string;

  @Column(text)
  remark!: string | null;

  @Column({ ...text, name: 'case_id' })
  caseId!: string | null;

  @Column({ name: 'served_at', type: 'timestamptz', transformer: asInstant })
  servedAt!: string;

  @Column({ ...instant, name: 'signed_off_at' })
  signedOffAt!: string | null;

  @Column({ type: 'integer', nullable: true })
  satisfaction!: number | null;

  @Column({ ...instant, name: 'rated_at' })
  ratedAt!: string | null;

  @Column({ ...text, name: 'sampled_in' })
  sampledIn!: string | null;

  @Column({ ...text, name: 'reviewed_by' })
  reviewedBy!: string | null;

  @Column({ ...instant, name: 'reviewed_at' })
  reviewedAt!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  scores!: Readonly<Record<string, number>> | null;

  @Column({ ...text, name: 'review_remark' })
  reviewRemark!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
