import type { MeasureEvent, MeasureStage, MeasureVerdict } from '@tenure/improvement-contract';
import type { Dated, MeasureRegisterRow } from '@tenure/improvement-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('measure_register')
@Index('measure_register_due', ['stage', 'dueOn'])
@Index('measure_register_owner', ['owner', 'dueOn'])
@Index('measure_register_planned', ['plannedAt', 'measureId'])
export class MeasureRegisterEntry implements MeasureRegisterRow {
  @PrimaryColumn({ name: 'measure_id', type: 'text' })
  measureId!: string;

  @Index('measure_register_problem')
  @Column({ name: 'problem_id', type: 'text' })
  problemId!: string;

  @Column('text')
  owner!: string;

  @Column('text')
  stage!: MeasureStage;

  @Column({ name: 'starts_on', type: 'text' })
  startsOn!: string;

  @Column({ name: 'due_on', type: 'text' })
  dueOn!: string;

  @Index('measure_register_metric')
  @Column({ name: 'metric_id', type: 'text' })
  metricId!: string;

  @Column('text', { nullable: true })
  verdict!: MeasureVerdict | null;

  @Column('boolean')
  regressed!: boolean;

  @Column({ ...instant, name: 'planned_at' })
  plannedAt!: string;

  @Column('jsonb')
  history!: readonly Dated<MeasureEvent>[];

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
