import type { CustomerBehaviourRow } from '@tenure/behaviour-core';
import type { CustomerBehaviour } from '@tenure/behaviour-facts';
import { asBigint } from '@tenure/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const day = { type: 'text', nullable: true } as const;

@Entity('customer_behaviour')
export class CustomerBehaviourEntry implements CustomerBehaviourRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('integer')
  orders!: number;

  @Column({ ...day, name: 'first_order_on' })
  firstOrderOn!: string | null;

  @Column({ ...day, name: 'last_order_on' })
  lastOrderOn!: string | null;

  @Column({ ...day, name: 'last_login_on' })
  lastLoginOn!: string | null;

  @Column({ ...day, name: 'last_contact_on' })
  lastContactOn!: string | null;

  @Column({ name: 'open_complaints', type: 'integer' })
  openComplaints!: number;

  @Column('jsonb')
  behaviour!: CustomerBehaviour;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
