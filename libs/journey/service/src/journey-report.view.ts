import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { GroupReport, JourneyReport } from '@tenure/journey-core';
import { JOURNEY_OUTCOMES } from '@tenure/policy-contract';

export class JourneyGroupView implements GroupReport {
  @ApiProperty({ type: 'integer', description: 'Runs.' })
  readonly entered!: number;

  @ApiProperty({ type: 'integer', description: 'Of them: the time in which the outcome is looked for is over.' })
  readonly judged!: number;

  @ApiProperty({ type: 'integer', description: 'Of those judged: what was hoped for came about.' })
  readonly reached!: number;

  @ApiPropertyOptional({ example: 0.31, description: 'Of those judged; absent where there are none.' })
  readonly share?: number;

  @ApiPropertyOptional({ description: "Of the share's interval (Wilson)." })
  readonly low?: number;

  @ApiPropertyOptional()
  readonly high?: number;
}

export class JourneyDifferenceView {
  @ApiProperty({ example: 0.08, description: 'Share of the treated less that of those held out.' })
  readonly estimate!: number;

  @ApiProperty({ description: "Of the difference's interval (Newcombe's method 10)." })
  readonly low!: number;

  @ApiProperty()
  readonly high!: number;
}

/** Whether a journey helps: those who went through it against those who were left alone by chance. */
export class JourneyReportView implements JourneyReport {
  @ApiProperty()
  readonly journeyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ enum: JOURNEY_OUTCOMES, description: 'What is hoped for.' })
  readonly measure!: JourneyReport['measure'];

  @ApiProperty({ type: 'integer', description: 'Within so many days of the entry.' })
  readonly withinDays!: number;

  @ApiProperty({ type: 'integer', description: 'Of a group with fewer judged nothing is concluded.' })
  readonly smallestGroup!: number;

  @ApiProperty({ example: 0.95 })
  readonly confidence!: number;

  @ApiProperty({ type: JourneyGroupView })
  readonly treated!: JourneyGroupView;

  @ApiProperty({ type: JourneyGroupView })
  readonly heldOut!: JourneyGroupView;

  @ApiPropertyOptional({ type: JourneyDifferenceView })
  readonly difference?: JourneyDifferenceView;

  @ApiProperty({ enum: ['helps', 'harms', 'no-difference-shown', 'not-enough-data'] })
  readonly verdict!: JourneyReport['verdict'];

  @ApiPropertyOptional({
    enum: ['nobody-held-out', 'outcome-not-over', 'group-too-small'],
    description: 'Why nothing is concluded.',
  })
  readonly because?: JourneyReport['because'];
}
