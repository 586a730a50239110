import type { JourneyListRow } from '@tenure/journey-core';
import { asBigint, asInstant } from '@tenure/postgres';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('journey_list')
export class JourneyListEntry implements JourneyListRow {
  @PrimaryColumn({ name: 'journey_id', type: 'text' })
  journeyId!: string;

  @Column('integer')
  version!: number;

  @Column({ name: 'title_zh', type: 'text' })
  titleZh!: string;

  @Column({ name: 'title_en', type: 'text' })
  titleEn!: string;

  @Column({ name: 'effective_from', type: 'timestamptz', nullable: true, transformer: asInstant })
  effectiveFrom!: string | null;

  @Column('integer')
  treated!: number;

  @Column({ name: 'held_out', type: 'integer' })
  heldOut!: number;

  @Column('jsonb')
  ended!: JourneyListRow['ended'];

  @Column('jsonb')
  refused!: JourneyListRow['refused'];

  @Column('jsonb')
  steps!: JourneyListRow['steps'];

  @Column({ type: 'bigint', transformer: asBigint })
  position!: bigint;
}
