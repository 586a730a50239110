import { ApiProperty } from '@nestjs/swagger';
import { GOAL_STANDINGS, type GoalAsOf, type GoalStanding } from '@tenure/improvement-contract';
import { METRIC_IDS, MetricSegmentFields, MetricValueView, type MetricId } from '@tenure/metric-contract';
import { TextFields } from '@tenure/policy-contract';

export class GoalView implements Omit<GoalAsOf, 'measured'> {
  @ApiProperty()
  readonly goalId!: string;

  @ApiProperty({ type: TextFields })
  readonly title!: TextFields;

  @ApiProperty({ enum: METRIC_IDS })
  readonly metricId!: MetricId;

  @ApiProperty({ type: MetricSegmentFields })
  readonly segment!: MetricSegmentFields;

  @ApiProperty()
  readonly owner!: string;

  @ApiProperty()
  readonly baseline!: number;

  @ApiProperty({ description: 'As it was moved last.' })
  readonly target!: number;

  @ApiProperty({ format: 'date-time' })
  readonly startsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'As it was moved last. From then on the goal stands as it stood.' })
  readonly dueAt!: string;

  @ApiProperty({ enum: GOAL_STANDINGS, description: 'By its own straight line from the baseline to the target.' })
  readonly standing!: GoalStanding;

  @ApiProperty({ type: MetricValueView })
  readonly measured!: MetricValueView;

  @ApiProperty({ type: Number, nullable: true, description: 'Of the way, in percent; null without data.' })
  readonly donePercent!: number | null;

  @ApiProperty({ description: 'Of the time, in percent.' })
  readonly expectedPercent!: number;
}

/** How a goal stood at a moment. */
export class GoalPointView {
  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ enum: GOAL_STANDINGS })
  readonly standing!: GoalStanding;

  @ApiProperty({ type: MetricValueView })
  readonly measured!: MetricValueView;

  @ApiProperty({ type: Number, nullable: true })
  readonly donePercent!: number | null;

  @ApiProperty()
  readonly expectedPercent!: number;
}

export class GoalDetailsView extends GoalView {
  @ApiProperty({ type: 'integer', description: 'Measured over the newest days, so many.' })
  readonly windowDays!: number;

  @ApiProperty({ type: [String], description: 'Problems that have to be solved for it.' })
  readonly problems!: readonly string[];

  @ApiProperty({ type: [GoalPointView], description: 'Every 30 days from its start.' })
  readonly course!: readonly GoalPointView[];
}
