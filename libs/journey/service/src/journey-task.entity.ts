import type { JourneyTaskRow } from '@tenure/journey-core';
import { asBigint, asInstant } from '@tenure/postgres';
import type { Text } from '@tenure/shared-contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('journey_task')
@Index('journey_task_due', ['status', 'dueAt', 'taskId'])
export class JourneyTaskEntry implements JourneyTaskRow {
  @PrimaryColumn({ name: 'task_id', type: 'text' })
  taskId!: string;

  @Column({ name: 'customer_id', type: 'text' })
  customerId!: string;

  @Column({ name: 'journey_id', type: 'text' })
  journeyId!: string;

  @Column({ name: 'run_id', type: 'text' })
  runId!: string;

  @Column('text')
  assignee!: string;

  @Column('jsonb')
  title!: Text;

  @Column({ ...instant, name: 'due_at' })
  dueAt!: string;

  @Column('text')
  status!: JourneyTaskRow['status'];

  @Column({ ...instant, name: 'given_at' })
  givenAt!: string;

  @Column({ ...text, name: 'done_by' })
  doneBy!: string | null;

  @Column({ ...instant, name: 'done_at', nullable: true })
  doneAt!: string | null;

  @Column(text)
  note!: string | null;

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
