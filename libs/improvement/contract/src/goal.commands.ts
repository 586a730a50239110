import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { METRIC_IDS, MetricSegmentFields, type MetricId } from '@tenure/metric-contract';
import { TextFields } from '@tenure/policy-contract';
import { Command, IdProperty, IsId, IsInstant, type CommandDescription } from '@tenure/shared-contract';

abstract class OnGoal extends Command {
  @IdProperty('Id of the goal, chosen by the sender.')
  readonly goalId!: string;

  @IdProperty('Who decides.')
  readonly by!: string;
}

/** A metric, of a segment, from where it is to where it is to be, by when. */
export class SetGoal extends OnGoal {
  readonly type = 'SetGoal';

  @ApiProperty({ type: TextFields })
  @IsDefined()
  @ValidateNested()
  @Type(() => TextFields)
  readonly title!: TextFields;

  @ApiProperty({ enum: METRIC_IDS })
  @IsIn(METRIC_IDS)
  readonly metricId!: MetricId;

  @ApiProperty({ type: MetricSegmentFields, description: 'Everybody, where it is empty.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MetricSegmentFields)
  readonly segment!: MetricSegmentFields;

  @ApiProperty({ description: 'What the metric is when the goal is set.' })
  @IsNumber()
  readonly baseline!: number;

  @ApiProperty({ description: 'What the metric is to be.' })
  @IsNumber()
  readonly target!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 3_660, description: 'The newest days that are measured.' })
  @IsInt()
  @Min(1)
  @Max(3_660)
  readonly windowDays!: number;

  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly startsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'By when the target is to be reached.' })
  @IsInstant()
  readonly dueAt!: string;

  @IdProperty('Who is to reach it.')
  readonly owner!: string;

  @ApiProperty({ type: [String], maxItems: 50, description: 'Problems that have to be solved for it.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  readonly problems!: readonly string[];
}

/** Another target, another date, or both. */
export class MoveGoal extends OnGoal {
  readonly type = 'MoveGoal';

  @ApiProperty()
  @IsNumber()
  readonly target!: number;

  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  readonly dueAt!: string;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly why!: string;
}

export class GiveUpGoal extends OnGoal {
  readonly type = 'GiveUpGoal';

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly why!: string;
}

export type GoalCommand = SetGoal | MoveGoal | GiveUpGoal;

export type GoalRejection =
  | 'goal-not-found'
  | 'goal-already-set-differently'
  | 'goal-due-before-start'
  | 'goal-segment-not-of-metric'
  | 'goal-target-out-of-range'
  | 'goal-target-not-better'
  | 'goal-given-up'
  | 'goal-before-set';

export const goalCommands: readonly CommandDescription<GoalCommand>[] = [
  { command: SetGoal, cloudEventType: 'tenure.goal.set' },
  { command: MoveGoal, cloudEventType: 'tenure.goal.moved' },
  { command: GiveUpGoal, cloudEventType: 'tenure.goal.given-up' },
];
