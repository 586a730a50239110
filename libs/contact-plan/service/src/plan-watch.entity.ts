import type { PlanWatch } from '@tenure/contact-plan-core';
import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the planning has stored of a customer; rebuilt from the log like any other table. */
@Entity('contact_plan_watch')
export class PlanWatchRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text', { nullable: true })
  tier!: string | null;

  @Column({ name: 'next_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  nextAt!: string | null;

  /** When the customer is to be acted on, for facts or for time; null where nothing is to be done. */
  @Index('contact_plan_watch_due')
  @Column({ name: 'act_at', type: 'timestamptz', nullable: true, transformer: asInstant })
  actAt!: string | null;

  /** Without what stands in columns of its own. */
  @Column('jsonb')
  watch!: Omit<PlanWatch, 'customerId' | 'tier' | 'nextAt'>;
}
