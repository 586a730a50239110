import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JourneyRunRow, JourneyRunStep } from '@tenure/journey-core';
import { JOURNEY_CATEGORIES } from '@tenure/policy-contract';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;

export const JOURNEY_RUN_STATUSES = ['active', 'held-out', 'ended'] as const;

export class JourneyRunStepView implements JourneyRunStep {
  @ApiProperty({ type: 'integer', description: 'Counted from 1.' })
  readonly step!: number;

  @ApiProperty()
  readonly stepId!: string;

  @ApiProperty({ enum: ['message', 'survey', 'voucher', 'task', 'branch', 'wait', 'suppressed'] })
  readonly kind!: JourneyRunStep['kind'];

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiPropertyOptional({ enum: ['no-consent', 'no-address', 'frequency-cap'], description: 'Why nothing was sent.' })
  readonly suppressed?: JourneyRunStep['suppressed'];
}

/** One customer's way through one journey. */
export class JourneyRunView {
  @ApiProperty()
  readonly runId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty()
  readonly journeyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ enum: JOURNEY_CATEGORIES })
  readonly category!: JourneyRunRow['category'];

  @ApiProperty({ enum: ['treated', 'held-out'] })
  readonly group!: JourneyRunRow['runGroup'];

  @ApiProperty({ description: 'The event that it was entered for.' })
  readonly causeEventId!: string;

  @ApiProperty({ format: 'date-time' })
  readonly enteredAt!: string;

  @ApiProperty({ format: 'date-time', description: 'Until when the outcome is looked for.' })
  readonly outcomeUntil!: string;

  @ApiProperty({ enum: JOURNEY_RUN_STATUSES })
  readonly status!: JourneyRunRow['status'];

  @ApiProperty(text)
  readonly nextStepId!: string | null;

  @ApiProperty(instant)
  readonly nextDueAt!: string | null;

  @ApiProperty({ ...text, enum: ['completed', 'exit-condition', 'customer-merged', 'journey-withdrawn'] })
  readonly endedBecause!: JourneyRunRow['endedBecause'];

  @ApiProperty(instant)
  readonly endedAt!: string | null;

  @ApiProperty({ type: [JourneyRunStepView] })
  readonly steps!: readonly JourneyRunStepView[];

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const runViewOf = ({ runGroup, position, ...row }: JourneyRunRow): JourneyRunView => ({
  ...row,
  group: runGroup,
  position: `${position}`,
});
