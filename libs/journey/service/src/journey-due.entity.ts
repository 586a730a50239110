import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A run that is under way and what comes next in it; rebuilt from the log like any other table. */
@Entity('journey_run_due')
@Index('journey_run_due_customer', ['customerId'])
export class JourneyDueRow {
  @PrimaryColumn({ name: 'run_id', type: 'text' })
  runId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ name: 'step_id', type: 'text' })
  stepId!: string;

  /** When it is to be acted on; later than the log says where somebody has just done so. */
  @Index('journey_run_due_at')
  @Column({ name: 'due_at', type: 'timestamptz', transformer: asInstant })
  dueAt!: string;

  /** The customer was merged into another one: the run is to be ended. */
  @Column({ type: 'boolean' })
  merged!: boolean;
}

/** A journey of which a version was published. */
@Entity('journey_known')
export class KnownJourney {
  @PrimaryColumn({ name: 'journey_id', type: 'text' })
  journeyId!: string;
}
