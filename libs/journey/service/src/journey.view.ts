import { ApiProperty } from '@nestjs/swagger';
import type { JourneyListRow } from '@tenure/journey-core';

const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;

/** A journey with how many customers it has reached. */
export class JourneyView {
  @ApiProperty({ example: 'journey-activation' })
  readonly journeyId!: string;

  @ApiProperty({ type: 'integer', description: 'The newest one that was published.' })
  readonly version!: number;

  @ApiProperty({ example: '新客户激活' })
  readonly titleZh!: string;

  @ApiProperty({ example: 'Activation of new customers' })
  readonly titleEn!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of the newest version.' })
  readonly effectiveFrom!: string | null;

  @ApiProperty({ type: 'integer', description: 'Runs of those who are or were in it.' })
  readonly treated!: number;

  @ApiProperty({ type: 'integer', description: 'Runs of those who are left alone, to compare with.' })
  readonly heldOut!: number;

  @ApiProperty({ type: 'integer', description: 'Of those treated: runs that are under way.' })
  readonly active!: number;

  @ApiProperty({ ...counts, description: 'Runs that are over, by reason.' })
  readonly ended!: JourneyListRow['ended'];

  @ApiProperty({ ...counts, description: 'Who was not let in, by reason.' })
  readonly refused!: JourneyListRow['refused'];

  @ApiProperty({ ...counts, description: 'Steps taken, by what they led to.' })
  readonly steps!: JourneyListRow['steps'];

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export function journeyViewOf({ position, ...row }: JourneyListRow): JourneyView {
  const over = Object.values(row.ended).reduce((sum, count) => sum + count, 0);
  return { ...row, active: row.treated - over, position: `${position}` };
}
