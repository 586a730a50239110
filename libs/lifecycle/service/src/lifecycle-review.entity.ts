import type { LifecycleReview } from '@tenure/lifecycle-core';
import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the automation needs to judge a customer again; rebuilt from the log like any other table. */
@Entity('lifecycle_review')
@Index('lifecycle_review_next', ['nextAt'])
@Index('lifecycle_review_policy', ['policyVersion'])
export class LifecycleReviewRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  /** When time alone may change something; null where it never does. */
  @Column({ name: 'next_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  nextAt!: string | null;

  /** Of the policy that judged last; 0 where none has. */
  @Column({ name: 'policy_version', type: 'integer' })
  policyVersion!: number;

  /** Read as a whole alone, and so kept as it was written. */
  @Column('json')
  review!: LifecycleReview;
}
