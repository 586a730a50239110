import type { CustomerMetricRow } from '@tenure/metric-core';
import { asInstant } from '@tenure/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('metric_customer')
export class MetricCustomerEntry implements CustomerMetricRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ name: 'since_at', type: 'timestamptz', transformer: asInstant })
  sinceAt!: string;

  @Column({ name: 'registered_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  registeredAt!: string | null;

  @Column('jsonb')
  referrals!: CustomerMetricRow['referrals'];

  @Column('jsonb')
  purchases!: CustomerMetricRow['purchases'];

  @Column('jsonb')
  stages!: CustomerMetricRow['stages'];

  @Column('jsonb')
  tiers!: CustomerMetricRow['tiers'];

  @Column('jsonb')
  mergers!: CustomerMetricRow['mergers'];
}
