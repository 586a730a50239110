import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, Matches, MaxLength } from 'class-validator';
import { Command, IdProperty, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import type { SampledRecord } from './record-review.events';

export const WEEK = /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/;

/** Of a week of records. */
abstract class OfReviewedWeek extends Command {
  @ApiProperty({ pattern: WEEK.source, example: '2026-W47', description: 'ISO 8601 week, beginning on Monday.' })
  @Matches(WEEK, { message: 'week must be an ISO 8601 week such as 2026-W47' })
  readonly week!: string;

  @IdProperty('Who does it.')
  readonly by!: string;
}

/** Draws the sample of a week that is over; a week is drawn once. Inside the platform alone: it brings the records. */
export class DrawReviewSample extends OfReviewedWeek {
  readonly type = 'DrawReviewSample';

  /** All of the week, in any order. */
  readonly records!: readonly SampledRecord[];
}

export class ReviewServiceRecord extends OfReviewedWeek {
  readonly type = 'ReviewServiceRecord';

  @IdProperty('A record of the sample.')
  readonly recordId!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    example: { timeliness: 5, resolution: 4, satisfaction: 4 },
    description: 'One score for each dimension of the policy.',
  })
  @IsObject()
  readonly scores!: Readonly<Record<string, number>>;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @MaxLength(2_000)
  readonly remark?: string;
}

export type RecordReviewCommand = DrawReviewSample | ReviewServiceRecord;

export const recordReviewCommands: readonly CommandDescription<ReviewServiceRecord>[] = [
  { command: ReviewServiceRecord, cloudEventType: 'tenure.record-review.reviewed' },
];
