import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { METRIC_IDS, type MetricId, type MetricSegment, type MetricWindow } from '@tenure/metric-contract';
import { TextFields } from '@tenure/policy-contract';
import { CASE_TYPES, IsDay, IsInstant, MayBeAbsent, type CaseType } from '@tenure/shared-contract';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

import type { ChangeAnnouncement, VerificationPlan } from './measure.facts';

const words = { maxLength: 500 } as const;

/** Those to whom a metric is confined; every member that is given must hold. */
export class MetricSegmentFields implements MetricSegment {
  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Length(1, 100, { each: true })
  readonly tiers?: readonly string[];

  @ApiPropertyOptional(words)
  @MayBeAbsent()
  @Length(1, 500)
  readonly product?: string;

  @ApiPropertyOptional(words)
  @MayBeAbsent()
  @Length(1, 500)
  readonly themeId?: string;

  @ApiPropertyOptional({ enum: CASE_TYPES, isArray: true })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsIn(CASE_TYPES, { each: true })
  readonly caseTypes?: readonly CaseType[];

  @ApiPropertyOptional(words)
  @MayBeAbsent()
  @Length(1, 500)
  readonly surveyId?: string;

  @ApiPropertyOptional(words)
  @MayBeAbsent()
  @Length(1, 500)
  readonly label?: string;
}

/** From this moment up to, not including, the other. */
export class MetricWindowFields implements MetricWindow {
  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly from!: string;

  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly until!: string;
}

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
