import { IsIn, IsNumber, IsObject, Max, Min } from 'class-validator';
import { Command, IdProperty, RISK_BANDS, type RiskBand } from '@tenure/shared-contract';
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
