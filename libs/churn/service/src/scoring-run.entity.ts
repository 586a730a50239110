import { asInstant } from '@tenure/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One time that all customers are scored, and how far it is. */
@Entity('churn_scoring_run')
export class ScoringRunRow {
  /** The day that it is of, `YYYY-MM-DD`, or what else has led to it. */
  @PrimaryColumn({ name: 'run_id', type: 'text' })
  runId!: string;

  /** The moment at which customers are scored, the same for all of a run. */
  @Column({ name: 'scored_at', type: 'timestamptz', transformer: asInstant })
  scoredAt!: string;

  /** Everybody up to here is done; null before the first of them. */
  @Column({ name: 'after_customer_id', type: 'text', nullable: true })
  afterCustomerId!: string | null;

  @Column('integer')
  scored!: number;

  /** Of those scored, how many were in another band than the read model knew of, or in none. */
  @Column('integer')
  changed!: number;

  @Column({ name: 'finished_at', type: 'timestamptz', transformer: asInstant, nullable: true })
  finishedAt!: string | null;
}
