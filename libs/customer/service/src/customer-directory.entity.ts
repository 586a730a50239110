import { asBigint } from '@tenure/postgres';
import type { CustomerConsent } from '@tenure/customer-contract';
import type { AddressedContact, CustomerDirectoryRow, CustomerName } from '@tenure/customer-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;

@Entity('customer_directory')
export class CustomerDirectoryEntry implements CustomerDirectoryRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column(text)
  name!: string | null;

  @Column('jsonb')
  names!: readonly CustomerName[];

  @Column(text)
  email!: string | null;

  @Column('jsonb')
  addressed!: readonly AddressedContact[];

  @Column('jsonb')
  consents!: readonly CustomerConsent[];

  @Column({ ...text, name: 'merged_into' })
  mergedInto!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
