import type { Priority, ProblemAsOf, ProblemEvent } from '@tenure/improvement-contract';
import type { Dated, ProblemRegisterRow } from '@tenure/improvement-core';
import { asBigint, asInstant } from '@tenure/postgres';
import type { Text } from '@tenure/shared-contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const text = { type: 'text', nullable: true } as const;
const instant = { type: 'timestamptz', transformer: asInstant } as const;

@Entity('problem_register')
@Index('problem_register_opened', ['openedAt', 'problemId'])
@Index('problem_register_status', ['status', 'openedAt'])
export class ProblemRegisterEntry implements ProblemRegisterRow {
  @PrimaryColumn({ name: 'problem_id', type: 'text' })
  problemId!: string;

  @Column('jsonb')
  title!: Text;

  @Column('text')
  status!: ProblemAsOf['status'];

  @Column(text)
  priority!: Priority | null;

  @Column({ ...text, name: 'theme_id' })
  themeId!: string | null;

  @Column(text)
  product!: string | null;

  @Column({ ...text, name: 'step_id' })
  stepId!: string | null;

  @Column({ name: 'opened_by', type: 'text' })
  openedBy!: string;

  @Column({ ...instant, name: 'opened_at' })
  openedAt!: string;

  @Column({ ...instant, name: 'changed_at' })
  changedAt!: string;

  @Column('jsonb')
  history!: readonly Dated<ProblemEvent>[];

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
