import { ApiProperty } from '@nestjs/swagger';
import type { RemedyRegisterRow } from '@tenure/remedy-core';

const text = { type: String, nullable: true } as const;
const minor = { type: 'integer', description: 'Minor units of the currency.' } as const;

export const REMEDY_STATUSES = ['waiting', 'granted', 'declined', 'cancelled'] as const;

/** One remedy and what became of it. */
export class RemedyView {
  @ApiProperty()
  readonly remedyId!: string;

  @ApiProperty({ description: 'Who gives it.' })
  readonly personId!: string;

  @ApiProperty()
  readonly complaintId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ enum: REMEDY_STATUSES })
  readonly status!: (typeof REMEDY_STATUSES)[number];

  @ApiProperty({ example: 'late-delivery' })
  readonly reason!: string;

  @ApiProperty({ example: 'CNY' })
  readonly currency!: string;

  @ApiProperty(minor)
  readonly amountMinor!: number;

  @ApiProperty({ ...minor, description: 'What the table gives for the reason.' })
  readonly standardMinor!: number;

  @ApiProperty({ ...minor, description: 'What it takes from the budget of the person; 0 once it is cancelled.' })
  readonly discretionMinor!: number;

  @ApiProperty({ ...text, example: '2026-11', description: 'The period of that budget.' })
  readonly period!: string | null;

  @ApiProperty({ ...text, enum: ['beyond-discretion', 'beyond-budget'], description: 'Why it needed approval.' })
  readonly because!: RemedyRegisterRow['because'];

  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly policyVersion!: number;

  @ApiProperty({ format: 'date-time' })
  readonly askedAt!: string;

  @ApiProperty({ ...text, description: 'Who approved, declined or cancelled it.' })
  readonly decidedBy!: string | null;

  @ApiProperty({ ...text, format: 'date-time' })
  readonly decidedAt!: string | null;

  @ApiProperty(text)
  readonly why!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const viewOf = ({ remedyKey: _, ...row }: RemedyRegisterRow): RemedyView => ({
  ...row,
  position: `${row.position}`,
});
