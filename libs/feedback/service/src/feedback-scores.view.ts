import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SATISFACTION_DIMENSIONS, type SatisfactionDimension } from '@tenure/policy-contract';

const number = { type: Number, nullable: true } as const;

/** A figure with the bounds between which the true one lies at 95 %. */
export class ScoreView {
  @ApiProperty({ type: 'integer', description: 'Of how many it is.' })
  readonly n!: number;

  @ApiProperty({ ...number, description: 'Null where there is nothing to measure.' })
  readonly value!: number | null;

  @ApiProperty(number)
  readonly low!: number | null;

  @ApiProperty(number)
  readonly high!: number | null;
}

export class DimensionScoreView extends ScoreView {
  @ApiProperty({ enum: SATISFACTION_DIMENSIONS, description: '响应及时性, 问题解决效率, 服务态度.' })
  readonly dimension!: SatisfactionDimension;
}

/** What surveys say of one month. */
export class MonthScoresView {
  @ApiProperty({ example: '2026-10' })
  readonly month!: string;

  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiProperty({ format: 'date-time', description: 'Up to, not including, this moment.' })
  readonly until!: string;

  @ApiProperty({ type: ScoreView, description: '回收率, in percent of those invited in the month.' })
  readonly responseRate!: ScoreView;

  @ApiProperty({ type: ScoreView, description: 'Share of 4 and 5 among 1 to 5, in percent.' })
  readonly csat!: ScoreView;

  @ApiProperty({ type: ScoreView, description: 'Share of 9 and 10 less that of 0 to 6, in points.' })
  readonly nps!: ScoreView;

  @ApiProperty({ type: ScoreView, description: 'Share of 5 to 7 among 1 to 7, in percent.' })
  readonly ces!: ScoreView;

  @ApiProperty({
    type: [DimensionScoreView],
    description: 'Means of scores of 1 to 5; those that anything was said of.',
  })
  readonly dimensions!: readonly DimensionScoreView[];
}

export class FeedbackScoresView {
  @ApiPropertyOptional({ description: 'Of all surveys together where it is absent.' })
  readonly surveyId?: string;

  @ApiProperty({
    example: 'Asia/Shanghai',
    description: 'By whose clocks the months are; that of the improvement policy.',
  })
  readonly timeZone!: string;

  @ApiProperty({ type: [MonthScoresView] })
  readonly months!: readonly MonthScoresView[];
}
