import { asBigint, asInstant } from '@tenure/postgres';
import type { TierPolicy } from '@tenure/tier-contract';
import type { TierReview } from '@tenure/tier-core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the automation needs to judge a customer again; rebuilt from the log like any other table. */
@Entity('tier_review')
export class TierReviewRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  /** Without its next review, which stands in its own column alone. */
  @Column('jsonb')
  review!: Omit<TierReview, 'nextReviewAt'>;

  @Index('tier_review_next')
  @Column({ name: 'next_review_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  nextReviewAt!: string | null;
}

/** Where the automation stands: one row, written in the same transaction as the reviews. */
@Entity('tier_automation')
export class TierAutomationState {
  @PrimaryColumn('text')
  name!: string;

  @Column({ type: 'bigint', nullable: true, transformer: asBigint })
  position!: bigint | null;

  /** All published versions of each policy, the oldest first. */
  @Column('jsonb')
  policies!: Readonly<Record<string, readonly TierPolicy[]>>;

  /** Loads of history that have started and not finished: time stands still for as long as there is one. */
  @Column({ name: 'open_loads', type: 'jsonb' })
  openLoads!: readonly string[];
}
