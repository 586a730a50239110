import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNumber, IsObject, Max, Min } from 'class-validator';
import { Command, IdProperty, IsDay, MayBeAbsent, RISK_BANDS, type RiskBand } from '@tenure/shared-contract';
import type { RiskModelRef, ScoreExplanation } from './churn.events';

/** What the model says of a customer at `occurredAt`; sent by the platform itself, never from outside. */
export class EnterRiskBand extends Command {
  readonly type = 'EnterRiskBand';

  @IdProperty('The customer who was scored.')
  readonly customerId!: string;

  @IsIn(RISK_BANDS)
  readonly band!: RiskBand;

  @IsNumber()
  @Min(0)
  @Max(100)
  readonly score!: number;

  @IsObject()
  readonly model!: RiskModelRef;

  @IsObject()
  readonly explanation!: ScoreExplanation;
}

export type ChurnCommand = EnterRiskBand;

/** Those that are fitted to history; a scorecard is written by people. */
export const FITTED_METHODS = ['logistic', 'mbg-nbd'] as const;
export type FittedMethod = (typeof FITTED_METHODS)[number];

/** Fits a model to what customers did, and sets it down as the draft of the next version; nothing is recorded of it otherwise. */
export class FitChurnModel extends Command {
  readonly type = 'FitChurnModel';

  @ApiProperty({ enum: FITTED_METHODS })
  @IsIn(FITTED_METHODS)
  readonly method!: FittedMethod;

  @ApiPropertyOptional({ format: 'date', description: 'No customer is looked at before; the beginning, where absent.' })
  @MayBeAbsent()
  @IsDay()
  readonly from?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: 'Nothing that happened on this day (UTC) or after it is looked at; today, where it is left out.',
  })
  @MayBeAbsent()
  @IsDay()
  readonly until?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 3_660,
    description: 'Lost is who is gone for so long; that of the version in force, where it is left out.',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(3_660)
  readonly horizonDays?: number;

  @IdProperty('Who does it.')
  readonly by!: string;
}

/** Judges a model by what came after a day; nothing is recorded of it. */
export class EvaluateChurnModel extends Command {
  readonly type = 'EvaluateChurnModel';

  @ApiProperty({
    format: 'date',
    description:
      'Customers are scored by what was known before this day (UTC); who was lost shows in the days from it on.',
  })
  @IsDay()
  readonly at!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 3_660, description: 'That of the model, where absent.' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(3_660)
  readonly horizonDays?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'A published version; the draft, where it is left out, or the newest version where there is none.',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  readonly version?: number;
}

/** Why a model is neither fitted nor judged. */
export type ChurnRejection =
  | 'churn-model-not-found'
  | 'churn-period-too-short'
  | 'churn-nothing-to-learn'
  | 'churn-model-saw-the-outcome'
  | 'churn-outcome-not-over'
  | 'churn-nobody-to-judge';
