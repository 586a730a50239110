import { asBigint, asInstant, asSafeInteger } from '@tenure/postgres';
import type { DiscretionEntryRow } from '@tenure/remedy-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('discretion_ledger')
@Index('discretion_ledger_person', ['personId', 'period'])
export class DiscretionLedgerEntry implements DiscretionEntryRow {
  @PrimaryColumn({ name: 'entry_id', type: 'text' })
  entryId!: string;

  @Column({ name: 'person_id', type: 'text' })
  personId!: string;

  @Column('text')
  period!: string;

  @Column({ name: 'remedy_id', type: 'text' })
  remedyId!: string;

  @Column({ name: 'complaint_id', type: 'text' })
  complaintId!: string;

  @Column('text')
  currency!: string;

  @Column({ name: 'amount_minor', type: 'bigint', transformer: asSafeInteger })
  amountMinor!: number;

  @Column({ name: 'budget_minor', type: 'bigint', nullable: true, transformer: asSafeInteger })
  budgetMinor!: number | null;

  @Column({ name: 'booked_at', type: 'timestamptz', transformer: asInstant })
  bookedAt!: string;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
