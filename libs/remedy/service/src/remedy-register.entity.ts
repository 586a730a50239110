import { asBigint, asInstant, asSafeInteger } from '@tenure/postgres';
import type { RemedyRegisterRow } from '@tenure/remedy-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;

@Entity('remedy_register')
@Index('remedy_register_person', ['personId', 'askedAt'])
@Index('remedy_register_complaint', ['complaintId'])
@Index('remedy_register_status', ['status', 'askedAt'])
export class RemedyRegisterEntry implements RemedyRegisterRow {
  @PrimaryColumn({ name: 'remedy_key', type: 'text' })
  remedyKey!: string;

  @Column({ name: 'remedy_id', type: 'text' })
  remedyId!: string;

  @Column({ name: 'person_id', type: 'text' })
  personId!: string;

  @Column({ name: 'complaint_id', type: 'text' })
  complaintId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  status!: RemedyRegisterRow['status'];

  @Column('text')
  reason!: string;

  @Column('text')
  currency!: string;

  @Column({ name: 'amount_minor', type: 'bigint', transformer: asSafeInteger })
  amountMinor!: number;

  @Column({ name: 'standard_minor', type: 'bigint', transformer: asSafeInteger })
  standardMinor!: number;

  @Column({ name: 'discretion_minor', type: 'bigint', transformer: asSafeInteger })
  discretionMinor!: number;

  @Column(text)
  period!: string | null;

  @Column(text)
  because!: RemedyRegisterRow['because'];

  @Column({ name: 'policy_id', type: 'text' })
  policyId!: string;

  @Column({ name: 'policy_version', type: 'integer' })
  policyVersion!: number;

  @Column({ name: 'asked_at', type: 'timestamptz', transformer: asInstant })
  askedAt!: string;

  @Column({ ...text, name: 'decided_by' })
  decidedBy!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  decidedAt!: string | null;

  @Column(text)
  why!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
