import { asBigint } from '@tenure/postgres';
import type { ServedCustomerRow } from '@tenure/service-record-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('served_customer')
export class ServedCustomerEntry implements ServedCustomerRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', nullable: true })
  tier!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
