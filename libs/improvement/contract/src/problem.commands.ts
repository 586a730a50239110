import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsNumber,
  IsObject,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { TextFields } from '@tenure/policy-contract';
import { Command, IdProperty, IsId, IsInstant, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import { CauseEvidenceFields, ProblemScopeFields } from './problem.fields';
import { CAUSE_CATEGORIES, type CauseCategory, type ProblemEvidence } from './problem.events';
import type { CasesOfWindow } from './problem.impact-reader';

export abstract class OnProblem extends Command {
  @IdProperty('Id of the problem, chosen by the sender.')
  readonly problemId!: string;
}

export abstract class OnProblemBy extends OnProblem {
  @IdProperty('Who does it.')
  readonly by!: string;
}

abstract class Opening extends OnProblemBy {
  @ApiProperty({ type: TextFields, example: { zh: '交付延迟', en: 'Late delivery' } })
  @IsDefined()
  @ValidateNested()
  @Type(() => TextFields)
  readonly title!: TextFields;

  @ApiPropertyOptional({ maxLength: 5_000 })
  @MayBeAbsent()
  @Length(1, 5_000)
  readonly description?: string;

  @ApiProperty({ type: ProblemScopeFields, description: 'Complaints that have all that is given belong to it.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => ProblemScopeFields)
  readonly scope!: ProblemScopeFields;

  @ApiProperty({ format: 'date-time', description: 'From when on complaints of its scope belong to it.' })
  @IsInstant()
  readonly since!: string;
}

export class OpenProblem extends Opening {
  readonly type = 'OpenProblem';
}

/** Opens a problem that complaints were found to rise by; sent by the platform itself, never from outside. */
export class OpenFoundProblem extends Opening {
  readonly type = 'OpenFoundProblem';

  @IsObject()
  readonly evidence!: ProblemEvidence;
}

/** The same complaints have risen under another name; sent by the platform itself, never from outside. */
export class RecordProblemEvidence extends OnProblem {
  readonly type = 'RecordProblemEvidence';

  @IsObject()
  readonly evidence!: ProblemEvidence;
}

abstract class OnProblemCase extends OnProblemBy {
  @IdProperty('The complaint.')
  readonly complaintId!: string;
}

/** A complaint belongs to the problem, whatever its scope. */
export class LinkCase extends OnProblemCase {
  readonly type = 'LinkCase';
}

/** A complaint does not belong to the problem, whatever its scope. */
export class UnlinkCase extends OnProblemCase {
  readonly type = 'UnlinkCase';
}

/** One step of the 5-Whys; the same id again says it in other words, or moves it. */
export class AnswerWhy extends OnProblemBy {
  readonly type = 'AnswerWhy';

  @IdProperty('Id of the answer, chosen by the sender.')
  readonly whyId!: string;

  @ApiPropertyOptional({ description: 'The answer that is asked about; absent where it is the problem itself.' })
  @MayBeAbsent()
  @IsId()
  readonly because?: string;

  @ApiProperty({ maxLength: 5_000 })
  @Length(1, 5_000)
  readonly answer!: string;

  @ApiProperty({ enum: CAUSE_CATEGORIES, description: '流程, 人员, 工具, 资源.' })
  @IsIn(CAUSE_CATEGORIES)
  readonly category!: CauseCategory;

  @ApiProperty({ description: 'A root cause: something that a measure can change.' })
  @IsBoolean()
  readonly root!: boolean;

  @ApiProperty({ type: [CauseEvidenceFields] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CauseEvidenceFields)
  readonly evidence!: readonly CauseEvidenceFields[];
}

abstract class ProblemDecision extends OnProblemBy {
  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly why!: string;
}

export class WithdrawWhy extends ProblemDecision {
  readonly type = 'WithdrawWhy';

  @IdProperty('The answer; none may rest on it.')
  readonly whyId!: string;
}

export class EstimateEffort extends OnProblemBy {
  readonly type = 'EstimateEffort';

  @ApiProperty({ minimum: 0, maximum: 100_000, description: 'What a solution would take.' })
  @IsNumber()
  @Min(0)
  @Max(100_000)
  readonly personDays!: number;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @Length(1, 2_000)
  readonly note?: string;
}

/** It is not solved after all, or was dismissed wrongly. */
export class ReopenProblem extends ProblemDecision {
  readonly type = 'ReopenProblem';
}

/** It is no problem, or the same as another. */
export class DismissProblem extends ProblemDecision {
  readonly type = 'DismissProblem';

  @ApiPropertyOptional({ description: 'The problem that it is the same as.' })
  @MayBeAbsent()
  @IsId()
  readonly sameAs?: string;
}

/** Judges the priority by the cases of the window; sent by the platform itself, never from outside. */
export class PrioritiseProblem extends OnProblem {
  readonly type = 'PrioritiseProblem';

  @IsObject()
  readonly cases!: CasesOfWindow;
}

/** A measure was effective; sent by the platform itself, never from outside. */
export class SolveProblem extends OnProblem {
  readonly type = 'SolveProblem';

  @IdProperty('The measure.')
  readonly measureId!: string;
}

/** A measure did not help, or no longer does; sent by the platform itself, never from outside. */
export class ReopenProblemAfterMeasure extends OnProblem {
  readonly type = 'ReopenProblemAfterMeasure';

  @IsIn(['measure-not-effective', 'regression'])
  readonly because!: 'measure-not-effective' | 'regression';

  @IdProperty('The measure.')
  readonly measureId!: string;

  @Length(1, 5_000)
  readonly why!: string;
}

export type ProblemCommand =
  | OpenProblem
  | OpenFoundProblem
  | RecordProblemEvidence
  | LinkCase
  | UnlinkCase
  | AnswerWhy
  | WithdrawWhy
  | EstimateEffort
  | ReopenProblem
  | DismissProblem
  | PrioritiseProblem
  | SolveProblem
  | ReopenProblemAfterMeasure;

/** Those that can be reached from outside. */
export const problemCommands: readonly CommandDescription<ProblemCommand>[] = [
  { command: OpenProblem, cloudEventType: 'tenure.problem.opened' },
  { command: LinkCase, cloudEventType: 'tenure.problem.case-linked' },
  { command: UnlinkCase, cloudEventType: 'tenure.problem.case-unlinked' },
  { command: AnswerWhy, cloudEventType: 'tenure.problem.why-answered' },
  { command: WithdrawWhy, cloudEventType: 'tenure.problem.why-withdrawn' },
  { command: EstimateEffort, cloudEventType: 'tenure.problem.effort-estimated' },
  { command: ReopenProblem, cloudEventType: 'tenure.problem.reopened' },
  { command: DismissProblem, cloudEventType: 'tenure.problem.dismissed' },
];
