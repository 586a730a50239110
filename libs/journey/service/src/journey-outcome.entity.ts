import type { JourneyOutcomeRow, JourneyOutcomeRun } from '@tenure/journey-core';
import { asBigint } from '@tenure/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('journey_outcome')
export class JourneyOutcomeEntry implements JourneyOutcomeRow {
  @PrimaryColumn({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ type: 'text', nullable: true })
  stage!: JourneyOutcomeRow['stage'];

  @Column('jsonb')
  runs!: readonly JourneyOutcomeRun[];

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
