import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { METRIC_IDS, type MetricId, type MetricValue } from './metric.catalogue';
import { MetricSegmentFields, MetricWindowFields } from './metric.fields';

export class MetricIntervalView {
  @ApiProperty()
  readonly low!: number;

  @ApiProperty()
  readonly high!: number;
}

export class MetricSpreadView {
  @ApiProperty({ enum: ['share', 'mean'] })
  readonly kind!: 'share' | 'mean';

  @ApiPropertyOptional({ type: 'integer', description: 'Of a share: how many of n.' })
  readonly successes?: number;

  @ApiPropertyOptional({ description: 'Of a mean: the standard deviation of the n values.' })
  readonly deviation?: number;
}

/** A `MetricValue` as the API shows it. */
export class MetricValueView implements Omit<MetricValue, 'spread'> {
  @ApiProperty({ enum: METRIC_IDS })
  readonly metricId!: MetricId;

  @ApiProperty({ type: MetricSegmentFields })
  readonly segment!: MetricSegmentFields;

  @ApiProperty({ type: MetricWindowFields })
  readonly window!: MetricWindowFields;

  @ApiProperty({ format: 'date-time', description: 'What became known after this moment does not count.' })
  readonly asOf!: string;

  @ApiProperty({ type: 'integer', description: 'Of how many observations; 0 where there is nothing to measure.' })
  readonly n!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Null where n is 0.' })
  readonly value!: number | null;

  @ApiProperty({
    type: MetricIntervalView,
    nullable: true,
    description: 'At 95 %: Wilson’s of a share, Student’s t of a mean of two values or more.',
  })
  readonly interval!: MetricIntervalView | null;

  @ApiProperty({ type: MetricSpreadView })
  readonly spread!: MetricSpreadView;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'What belongs to the definition beside the value, such as how many wait for an answer yet.',
  })
  readonly besides?: Readonly<Record<string, number>>;
}
