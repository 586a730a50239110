import { asBigint, asInstant, asSafeInteger } from '@tenure/postgres';
import type { CustomerOverviewRow } from '@tenure/customer-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', nullable: true, transformer: asInstant } as const;

@Entity('customer_overview')
@Index('customer_overview_tier', ['tier', 'customerId'])
@Index('customer_overview_merged', ['mergedInto', 'customerId'])
export class CustomerOverview implements CustomerOverviewRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column(text)
  name!: string | null;

  @Column(text)
  kind!: string | null;

  @Column(text)
  country!: string | null;

  @Column({ ...text, name: 'industry_code' })
  industryCode!: string | null;

  @Column({ ...text, name: 'company_size' })
  companySize!: string | null;

  @Column({ ...text, name: 'growth_potential' })
  growthPotential!: string | null;

  @Column({ ...instant, name: 'registered_at' })
  registeredAt!: string | null;

  @Column({ ...text, name: 'merged_into' })
  mergedInto!: string | null;

  @Column(text)
  tier!: string | null;

  @Column({ ...instant, name: 'tier_since' })
  tierSince!: string | null;

  @Column({ ...text, name: 'tier_reason' })
  tierReason!: string | null;

  @Column({ ...text, name: 'tier_policy_id' })
  tierPolicyId!: string | null;

  @Column({ name: 'tier_policy_version', type: 'integer', nullable: true })
  tierPolicyVersion!: number | null;

  @Column({ ...instant, name: 'tier_overridden_until' })
  tierOverriddenUntil!: string | null;

  @Column('integer')
  purchases!: number;

  @Column('integer')
  returns!: number;

  @Column('integer')
  cancellations!: number;

  @Column({ ...instant, name: 'first_purchase_at' })
  firstPurchaseAt!: string | null;

  @Column({ ...instant, name: 'last_purchase_at' })
  lastPurchaseAt!: string | null;

  @Column(text)
  currency!: string | null;

  @Column({ name: 'total_spend_minor', type: 'bigint', transformer: asSafeInteger })
  totalSpendMinor!: number;

  @Column({ name: 'other_spend_minor', type: 'jsonb' })
  otherSpendMinor!: Readonly<Record<string, number>>;

  @Column('integer')
  interactions!: number;

  @Column({ name: 'open_interactions', type: 'integer' })
  openInteractions!: number;

  @Column({ ...instant, name: 'last_interaction_at' })
  lastInteractionAt!: string | null;

  @Column('integer')
  complaints!: number;

  @Column({ name: 'open_complaints', type: 'integer' })
  openComplaints!: number;

  @Column({ ...instant, name: 'last_activity_at' })
  lastActivityAt!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
