import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { METRIC_IDS, METRICS, type MetricDefinition, type MetricId, type MetricSegment } from '@tenure/metric-contract';
import { TextFields } from '@tenure/policy-contract';

const UNITS = ['hours', 'percent', 'points', 'per-100-customers'] as const;
const OBSERVED = ['cases', 'clocks', 'answers', 'invitations', 'customers'] as const;

/** A metric of the catalogue: what it is, not how much. */
export class MetricView implements MetricDefinition {
  @ApiProperty({ enum: METRIC_IDS })
  readonly metricId!: MetricId;

  @ApiProperty({ type: TextFields })
  readonly title!: TextFields;

  @ApiProperty({ type: TextFields })
  readonly definition!: TextFields;

  @ApiProperty({ enum: UNITS })
  readonly unit!: (typeof UNITS)[number];

  @ApiProperty({ enum: ['higher', 'lower'] })
  readonly better!: 'higher' | 'lower';

  @ApiProperty({ enum: OBSERVED, description: 'What is observed: `n` counts these.' })
  readonly of!: (typeof OBSERVED)[number];

  @ApiProperty({ enum: ['share', 'mean'] })
  readonly spread!: 'share' | 'mean';

  @ApiProperty({ type: [String], description: 'What it can be confined to.' })
  readonly segments!: readonly (keyof MetricSegment)[];

  @ApiPropertyOptional({ description: 'Grows with the length of the window: only windows as long compare.' })
  readonly overTime?: boolean;

  @ApiPropertyOptional({ description: 'Where the formula comes from, if it is not our own.' })
  readonly source?: string;
}

export const metricViews = (): readonly MetricView[] =>
  METRIC_IDS.map((metricId) => ({ metricId, ...METRICS[metricId] }));
