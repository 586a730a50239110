import type { VoiceKind } from '@tenure/feedback-contract';
import type { CustomerVoiceRow } from '@tenure/feedback-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;

@Entity('customer_voice')
@Index('customer_voice_heard', ['heardAt', 'voiceId'])
@Index('customer_voice_customer', ['customerId', 'heardAt'])
export class CustomerVoiceEntry implements CustomerVoiceRow {
  @PrimaryColumn({ name: 'voice_id', type: 'text' })
  voiceId!: string;

  @Column('text')
  kind!: VoiceKind;

  @Column({ ...text, name: 'customer_id' })
  customerId!: string | null;

  @Column('text')
  text!: string;

  @Column(text)
  product!: string | null;

  @Column('jsonb')
  labels!: readonly string[];

  @Column('integer', { nullable: true })
  rating!: number | null;

  @Column(text)
  address!: string | null;

  @Column({ ...text, name: 'case_id' })
  caseId!: string | null;

  @Column({ name: 'recorded_by', type: 'text' })
  recordedBy!: string;

  @Column({ name: 'heard_at', type: 'timestamptz', transformer: asInstant })
  heardAt!: string;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
