import { asInstant } from '@tenure/postgres';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that the improvement automation is to do, and when; filled from the log like any other table. */
@Entity('improvement_due')
export class ImprovementDueRow {
  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column({ name: 'due_at', type: 'timestamptz', transformer: asInstant })
  dueAt!: string;

  /** Later than it is due where it failed. */
  @Index('improvement_due_look')
  @Column({ name: 'look_at', type: 'timestamptz', transformer: asInstant })
  lookAt!: string;

  @Column('jsonb')
  about!: Readonly<Record<string, unknown>>;
}
