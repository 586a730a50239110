import { asBigint, asInstant } from '@tenure/postgres';
import type { CustomerTimelineRow } from '@tenure/customer-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key serves the one question that is asked: a customer's events in order. */
@Entity('customer_timeline')
export class CustomerTimelineEntry implements CustomerTimelineRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @PrimaryColumn({ type: 'bigint', transformer: asBigint })
  position!: bigint;

  @Column('text')
  stream!: string;

  @Column({ type: 'bigint', transformer: asBigint })
  revision!: bigint;

  @Column('text')
  type!: string;

  @Column({ name: 'occurred_at', type: 'timestamptz', transformer: asInstant })
  occurredAt!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', transformer: asInstant })
  recordedAt!: string;

  @Column('text')
  actor!: string;

  @Column('text')
  source!: string;

  @Column('text')
  summary!: string;
}
