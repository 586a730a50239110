import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A voucher that is to expire, and when; filled from the log like any other table. */
@Entity('voucher_due')
export class VoucherDueRow {
  @PrimaryColumn({ name: 'voucher_id', type: 'text' })
  voucherId!: string;

  @Column({ name: 'valid_until', type: 'timestamptz', transformer: asInstant })
  validUntil!: string;

  /** Later than its end where it could not be noted as expired. */
  @Index('voucher_due_at')
  @Column({ name: 'due_at', type: 'timestamptz', transformer: asInstant })
  dueAt!: string;
}
