import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, Length } from 'class-validator';
import { CASE_TYPES, IsId, IsInstant, MayBeAbsent, type CaseType } from '@tenure/shared-contract';
import type { MetricSegment, MetricWindow } from './metric.catalogue';

/** A segment as a command or a request says it. */
export class MetricSegmentFields implements MetricSegment {
  @ApiPropertyOptional({ type: [String], description: 'Customers of one of these tiers.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsId({ each: true })
  readonly tiers?: readonly string[];

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @Length(1, 200)
  readonly product?: string;

  @ApiPropertyOptional({ description: 'A theme of the policy of kind themes.' })
  @MayBeAbsent()
  @IsId()
  readonly themeId?: string;

  @ApiPropertyOptional({ enum: CASE_TYPES, isArray: true })
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(CASE_TYPES, { each: true })
  readonly caseTypes?: readonly CaseType[];

  @ApiPropertyOptional({ description: 'Id of the survey that is answered.' })
  @MayBeAbsent()
  @IsId()
  readonly surveyId?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'One of the labels of the answers.' })
  @MayBeAbsent()
  @Length(1, 200)
  readonly label?: string;
}

export class MetricWindowFields implements MetricWindow {
  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly from!: string;

  @ApiProperty({ format: 'date-time', description: 'Not included.' })
  @IsInstant()
  readonly until!: string;
}
