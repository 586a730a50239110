import type { StageFlowRow } from '@tenure/lifecycle-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stage_flow')
export class StageFlowEntry implements StageFlowRow {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  month!: string;

  @Column({ name: 'from_stage', type: 'text' })
  from!: string;

  @Column({ name: 'to_stage', type: 'text' })
  to!: string;

  @Column('integer')
  customers!: number;
}
