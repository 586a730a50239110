import { asBigint, asInstant, asSafeInteger } from '@tenure/postgres';
import type { VoucherLedgerRow, VoucherStatus } from '@tenure/voucher-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const minor = { type: 'bigint', nullable: true, transformer: asSafeInteger } as const;
const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('voucher_ledger')
@Index('voucher_ledger_status', ['status', 'validUntil'])
@Index('voucher_ledger_issued', ['issuedAt', 'voucherId'])
export class VoucherLedgerEntry implements VoucherLedgerRow {
  @PrimaryColumn({ name: 'voucher_id', type: 'text' })
  voucherId!: string;

  @Index('voucher_ledger_customer')
  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  code!: string;

  @Index('voucher_ledger_code')
  @Column({ name: 'plain_code', type: 'text' })
  plainCode!: string;

  @Column('text')
  status!: VoucherStatus;

  @Column('integer', { nullable: true })
  percent!: number | null;

  @Column(text)
  currency!: string | null;

  @Column({ ...minor, name: 'amount_minor' })
  amountMinor!: number | null;

  @Column('text')
  cause!: string;

  @Column({ name: 'issued_by', type: 'text' })
  issuedBy!: string;

  @Column({ ...instant, name: 'issued_at' })
  issuedAt!: string;

  @Column({ ...instant, name: 'valid_until' })
  validUntil!: string;

  @Column({ ...instant, name: 'ended_at', nullable: true })
  endedAt!: string | null;

  @Column({ ...text, name: 'ended_by' })
  endedBy!: string | null;

  @Column(text)
  reason!: string | null;

  @Column({ ...text, name: 'purchase_id' })
  purchaseId!: string | null;

  @Column({ ...minor, name: 'worth_minor' })
  worthMinor!: number | null;

  @Column({ ...text, name: 'worth_currency' })
  worthCurrency!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
