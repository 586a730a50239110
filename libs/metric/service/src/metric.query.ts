import { ApiPropertyOptional } from '@nestjs/swagger';
import { MONTH } from '@tenure/calendar';
import type { MetricSegment } from '@tenure/metric-contract';
import { CASE_TYPES, IsId, IsInstant, MayBeAbsent, type CaseType } from '@tenure/shared-contract';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsIn, IsTimeZone, Length, Matches } from 'class-validator';

const Several = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value));

/** To whom a metric is confined, as a query says it. */
export class MetricSegmentQuery {
  @ApiPropertyOptional({ type: String, example: 'A,B', description: 'Customers of one of these tiers.' })
  @MayBeAbsent()
  @Several()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  readonly tier?: readonly string[];

  @ApiPropertyOptional()
  @MayBeAbsent()
  @Length(1, 200)
  readonly product?: string;

  @ApiPropertyOptional({ description: 'A theme of the policy of kind themes.' })
  @MayBeAbsent()
  @IsId()
  readonly theme?: string;

  @ApiPropertyOptional({ type: String, example: 'complaint', description: `Some of ${CASE_TYPES.join(', ')}.` })
  @MayBeAbsent()
  @Several()
  @ArrayUnique()
  @IsIn(CASE_TYPES, { each: true, message: `caseType must be some of ${CASE_TYPES.join(', ')}` })
  readonly caseType?: readonly CaseType[];

  @ApiPropertyOptional({ description: 'Id of the survey.' })
  @MayBeAbsent()
  @IsId()
  readonly survey?: string;

  @ApiPropertyOptional({ description: 'One of the labels of the answers.' })
  @MayBeAbsent()
  @Length(1, 200)
  readonly label?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'As it was known then; at the end of the window unless given.',
  })
  @MayBeAbsent()
  @IsInstant()
  readonly asOf?: string;
}

export class MetricQuery extends MetricSegmentQuery {
  @ApiPropertyOptional({ format: 'date-time', description: '30 days before the end unless given.' })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not included; now unless given.' })
  @MayBeAbsent()
  @IsInstant()
  readonly until?: string;
}

const MONTH_PROPERTY = { pattern: '^\\d{4}-(0[1-9]|1[0-2])$', example: '2011-11' };
const isMonth = (name: string) => Matches(MONTH, { message: `${name} must be a month, such as 2011-11` });

export class MetricMonthsQuery extends MetricSegmentQuery {
  @ApiPropertyOptional({ ...MONTH_PROPERTY, description: 'Eleven months before the last unless given.' })
  @MayBeAbsent()
  @isMonth('from')
  readonly from?: string;

  @ApiPropertyOptional({ ...MONTH_PROPERTY, description: 'The last one; that of now unless given.' })
  @MayBeAbsent()
  @isMonth('to')
  readonly to?: string;

  @ApiPropertyOptional({
    example: 'Asia/Shanghai',
    description: 'Of the months; that of the rules of improvement unless given.',
  })
  @MayBeAbsent()
  @IsTimeZone()
  readonly timeZone?: string;
}

export const segmentOf = ({ tier, product, theme, caseType, survey, label }: MetricSegmentQuery): MetricSegment => ({
  ...(tier && { tiers: tier }),
  ...(product !== undefined && { product }),
  ...(theme !== undefined && { themeId: theme }),
  ...(caseType && { caseTypes: caseType }),
  ...(survey !== undefined && { surveyId: survey }),
  ...(label !== undefined && { label }),
});
