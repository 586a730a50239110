import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Command, IdProperty, IsDay, IsId, MayBeAbsent, Money, type CommandDescription } from '@tenure/shared-contract';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsInt,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ChangeAnnouncementFields, VerificationPlanFields } from './measure.fields';
import type { PlatformMeasureCommand } from './measure.platform.commands';

export abstract class OnMeasure extends Command {
  @IdProperty('Id of the measure, chosen by the sender.')
  readonly measureId!: string;
}

export abstract class OnMeasureBy extends OnMeasure {
  @IdProperty('Who does it.')
  readonly by!: string;
}

/** Sets a measure down against causes of a problem, with what it will be judged by. A plan is never edited. */
export class PlanMeasure extends OnMeasureBy {
  readonly type = 'PlanMeasure';

  @IdProperty('The problem that it is against.')
  readonly problemId!: string;

  @ApiProperty({ maxLength: 5_000, description: '措施内容.' })
  @Length(1, 5_000)
  readonly content!: string;

  @ApiProperty({ type: [String], description: 'Ids of the answers of the problem’s 5-Whys that it is against.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsId({ each: true })
  readonly causes!: readonly string[];

  @IdProperty('负责人: who commits to it.')
  readonly owner!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly startsOn!: string;

  @ApiProperty({ format: 'date', description: '计划完成时间.' })
  @IsDay()
  readonly dueOn!: string;

  @ApiProperty({ maxLength: 2_000, description: '资源需求.' })
  @Length(1, 2_000)
  readonly resources!: string;

  @ApiPropertyOptional({ type: Money })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => Money)
  readonly budget?: Money;

  @ApiProperty({ maxLength: 2_000, description: '验收标准.' })
  @Length(1, 2_000)
  readonly acceptance!: string;

  @ApiProperty({ type: VerificationPlanFields })
  @IsDefined()
  @ValidateNested()
  @Type(() => VerificationPlanFields)
  readonly verification!: VerificationPlanFields;

  @ApiPropertyOptional({ type: ChangeAnnouncementFields })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ChangeAnnouncementFields)
  readonly announcement?: ChangeAnnouncementFields;
}

/** The owner signs the plan as it was read. */
export class CommitToMeasure extends OnMeasureBy {
  readonly type = 'CommitToMeasure';

  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the plan, as the measure is shown with it.' })
  @Matches(/^[0-9a-f]{64}$/, { message: 'digest must be the 64 hexadecimal digits that the measure is shown with' })
  readonly digest!: string;
}

/** After it was committed to, and before the observation begins. */
export class StartMeasure extends OnMeasureBy {
  readonly type = 'StartMeasure';
}

export class ReportMeasureProgress extends OnMeasureBy {
  readonly type = 'ReportMeasureProgress';

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 })
  @IsInt()
  @Min(0)
  @Max(100)
  readonly percent!: number;

  @ApiProperty({ maxLength: 5_000 })
  @Length(1, 5_000)
  readonly note!: string;
}

abstract class MeasureDecision extends OnMeasureBy {
  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly why!: string;
}

/** Not below what is spent, and in the same currency. */
export class ChangeMeasureBudget extends MeasureDecision {
  readonly type = 'ChangeMeasureBudget';

  @ApiProperty({ type: Money })
  @IsDefined()
  @ValidateNested()
  @Type(() => Money)
  readonly budget!: Money;
}

export class SpendMeasureMoney extends OnMeasureBy {
  readonly type = 'SpendMeasureMoney';

  @IdProperty('Id of the entry of the ledger, chosen by the sender.')
  readonly entryId!: string;

  @ApiProperty({ type: Money, description: 'In the currency of the budget, and not more than is left of it.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => Money)
  readonly amount!: Money;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly what!: string;
}

export class MoveMeasureDue extends MeasureDecision {
  readonly type = 'MoveMeasureDue';

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly dueOn!: string;
}

export class CompleteMeasure extends OnMeasureBy {
  readonly type = 'CompleteMeasure';

  @ApiPropertyOptional({ maxLength: 5_000 })
  @MayBeAbsent()
  @Length(1, 5_000)
  readonly note?: string;
}

export class AbandonMeasure extends MeasureDecision {
  readonly type = 'AbandonMeasure';
}

export type MeasureCommand =
  | PlanMeasure
  | CommitToMeasure
  | StartMeasure
  | ReportMeasureProgress
  | ChangeMeasureBudget
  | SpendMeasureMoney
  | MoveMeasureDue
  | CompleteMeasure
  | AbandonMeasure
  | PlatformMeasureCommand;

/** Those that can be reached from outside. */
export const measureCommands: readonly CommandDescription<MeasureCommand>[] = [
  { command: PlanMeasure, cloudEventType: 'tenure.measure.planned' },
  { command: CommitToMeasure, cloudEventType: 'tenure.measure.committed' },
  { command: StartMeasure, cloudEventType: 'tenure.measure.started' },
  { command: ReportMeasureProgress, cloudEventType: 'tenure.measure.progress-reported' },
  { command: ChangeMeasureBudget, cloudEventType: 'tenure.measure.budget-changed' },
  { command: SpendMeasureMoney, cloudEventType: 'tenure.measure.money-spent' },
  { command: MoveMeasureDue, cloudEventType: 'tenure.measure.due-moved' },
  { command: CompleteMeasure, cloudEventType: 'tenure.measure.completed' },
  { command: AbandonMeasure, cloudEventType: 'tenure.measure.abandoned' },
];
