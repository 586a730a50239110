import { ApiProperty } from '@nestjs/swagger';

export class RetentionStep {
  @ApiProperty({ type: 'integer', description: 'Since the arrival.' })
  readonly days!: number;

  @ApiProperty({ type: 'integer', description: 'Followed so far, just before.' })
  readonly atRisk!: number;

  @ApiProperty({ type: 'integer', description: 'Lost then.' })
  readonly churned!: number;

  @ApiProperty({ description: 'The share that is kept beyond, 0–1.' })
  readonly survival!: number;

  @ApiProperty({ description: 'Lower bound of its interval.' })
  readonly low!: number;

  @ApiProperty({ description: 'Upper bound of its interval.' })
  readonly high!: number;
}

/** How long customers stay: from the arrival to the first loss, those who are not lost being followed up to a moment. */
export class RetentionView {
  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: 'integer' })
  readonly customers!: number;

  @ApiProperty({ type: 'integer' })
  readonly churned!: number;

  @ApiProperty({ description: 'Of the intervals.', example: 0.95 })
  readonly confidence!: number;

  @ApiProperty({
    type: [RetentionStep],
    description:
      'A step for each number of days after which somebody was lost: Kaplan & Meier 1958, Greenwood’s variance.',
  })
  readonly steps!: readonly RetentionStep[];
}
