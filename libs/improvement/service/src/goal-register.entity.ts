import type { GoalRegisterRow } from '@tenure/improvement-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('goal_register')
@Index('goal_register_set', ['setAt', 'goalId'])
export class GoalRegisterEntry implements GoalRegisterRow {
  @PrimaryColumn({ name: 'goal_id', type: 'text' })
  goalId!: string;

  @Index('goal_register_metric')
  @Column({ name: 'metric_id', type: 'text' })
  metricId!: string;

  @Column('text')
  owner!: string;

  @Column({ ...instant, name: 'due_at' })
  dueAt!: string;

  @Column({ ...instant, name: 'set_at' })
  setAt!: string;

  @Column({ name: 'given_up', type: 'boolean' })
  givenUp!: boolean;

  @Column('jsonb')
  history!: GoalRegisterRow['history'];

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
