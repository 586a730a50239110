import type { CustomerStageRow } from '@tenure/lifecycle-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', nullable: true, transformer: asInstant } as const;

@Entity('customer_stage')
@Index('customer_stage_since', ['since', 'customerId'])
@Index('customer_stage_stage', ['stage', 'since', 'customerId'])
export class CustomerStageEntry implements CustomerStageRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text')
  stage!: CustomerStageRow['stage'];

  @Column(instant)
  since!: string | null;

  @Column('jsonb')
  stays!: CustomerStageRow['stays'];

  @Column('jsonb')
  milestones!: CustomerStageRow['milestones'];

  @Column('jsonb')
  dates!: CustomerStageRow['dates'];

  @Column(text)
  tier!: string | null;

  @Column('jsonb')
  tiers!: CustomerStageRow['tiers'];

  @Column(text)
  band!: CustomerStageRow['band'];

  @Column('double precision', { nullable: true })
  score!: number | null;

  @Column('jsonb')
  bands!: CustomerStageRow['bands'];

  @Column({ ...instant, name: 'arrived_at' })
  arrivedAt!: string | null;

  @Column({ ...instant, name: 'churned_at' })
  churnedAt!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
