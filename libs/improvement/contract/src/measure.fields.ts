import { ApiProperty } from '@nestjs/swagger';
import { METRIC_IDS, MetricSegmentFields, MetricWindowFields, type MetricId } from '@tenure/metric-contract';
import { TextFields } from '@tenure/policy-contract';
import { IsDay } from '@tenure/shared-contract';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, Max, Min, ValidateBy, ValidateNested } from 'class-validator';
import type { ChangeAnnouncement, VerificationPlan } from './measure.facts';

/** By what a measure will be judged. */
export class VerificationPlanFields implements VerificationPlan {
  @ApiProperty({ enum: METRIC_IDS })
  @IsIn(METRIC_IDS)
  readonly metricId!: MetricId;

  @ApiProperty({ type: MetricSegmentFields, description: 'Empty: everybody.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MetricSegmentFields)
  readonly segment!: MetricSegmentFields;

  @ApiProperty({ type: MetricWindowFields, description: 'Over before the observation begins.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MetricWindowFields)
  readonly baseline!: MetricWindowFields;

  @ApiProperty({ type: MetricWindowFields, description: 'Begins on the day on which the measure starts, or later.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MetricWindowFields)
  readonly observation!: MetricWindowFields;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, example: { atLeast: 85 } })
  @ValidateBy({
    name: 'isVerificationTarget',
    validator: {
      validate: isTarget,
      defaultMessage: (at) => `${at?.property} must be an object with one number, either atLeast or atMost`,
    },
  })
  readonly target!: VerificationPlan['target'];

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Of observations in each of the windows.' })
  @IsInt()
  @Min(1)
  @Max(1e9)
  readonly smallestSample!: number;
}

/** What customers affected are told before it takes effect. */
export class ChangeAnnouncementFields implements ChangeAnnouncement {
  @ApiProperty({ type: TextFields })
  @IsDefined()
  @ValidateNested()
  @Type(() => TextFields)
  readonly content!: TextFields;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly effectiveOn!: string;

  @ApiProperty({ type: TextFields, description: 'What the change is worth to them.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => TextFields)
  readonly value!: TextFields;
}

function isTarget(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  const [[name, bound] = []] = Object.entries(value);
  return (name === 'atLeast' || name === 'atMost') && Number.isFinite(bound);
}
