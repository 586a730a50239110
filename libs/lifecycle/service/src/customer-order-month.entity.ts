import type { CustomerOrderMonthRow } from '@tenure/lifecycle-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('customer_order_month')
@Index('customer_order_month_customer', ['customerId', 'month'])
export class CustomerOrderMonthEntry implements CustomerOrderMonthRow {
  @PrimaryColumn('text')
  key!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  month!: string;

  @Column('integer')
  orders!: number;
}
