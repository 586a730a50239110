import type { TierDistributionRow } from '@tenure/tier-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('tier_distribution')
@Index('tier_distribution_policy', ['policyId', 'day'])
export class TierDistributionEntry implements TierDistributionRow {
  @PrimaryColumn('text')
  key!: string;

  /** As text: a calendar day has no time zone, which the driver would give it. */
  @Column('text')
  day!: string;

  @Column({ name: 'policy_id', type: 'text' })
  policyId!: string;

  @Column('text')
  tier!: string;

  @Column('integer')
  change!: number;
}
