import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredClocks } from './clocks.snapshot';

/** A case as the automation of the clocks has seen it; rebuilt from the log like any other table. */
@Entity('watched_case')
export class WatchedCase {
  @PrimaryColumn({ name: 'case_id', type: 'text' })
  caseId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  /** Policy that the case is judged by. */
  @Column({ name: 'standard_id', type: 'text' })
  standardId!: string;

  /** Whether something about the customer or the policies may still matter to its clocks. */
  @Column({ name: 'is_open', type: 'boolean' })
  isOpen!: boolean;

  /** Whether it is being worked on, by its own events. */
  @Column({ name: 'is_worked_on', type: 'boolean' })
  isWorkedOn!: boolean;

  /** The standard, and calendars and holidays of clocks that run; null until its first clock is known. */
  @Column('text', { name: 'policy_ids', array: true, nullable: true })
  policyIds!: string[] | null;

  /** Folded from its clocks' own events; null until there are any. */
  @Column('jsonb', { nullable: true })
  clocks!: StoredClocks | null;
}

/** The tier that a customer has by the log so far; null where it was taken away. */
@Entity('watched_tier')
export class WatchedTier {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column('text', { nullable: true })
  tier!: string | null;
}
