import { ApiProperty } from '@nestjs/swagger';
import type { RiskModelRef, ScoreContribution, ScoreExplanation } from '@tenure/churn-contract';
import type { CustomerRiskRow } from '@tenure/churn-core';
import { TextFields } from '@tenure/policy-contract';
import { RISK_BANDS, type RiskBand } from '@tenure/shared-contract';
import { METHODS } from './churn-model.view';

export class RiskModelView implements RiskModelRef {
  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ enum: METHODS })
  readonly method!: RiskModelRef['method'];
}

class ContributionView implements ScoreContribution {
  @ApiProperty({ example: 'daysSinceLastOrder', description: 'A fact, or an item of the scorecard.' })
  readonly of!: string;

  @ApiProperty({ type: TextFields })
  readonly title!: TextFields;

  @ApiProperty()
  readonly amount!: number;
}

export class ExplanationView implements ScoreExplanation {
  @ApiProperty({ enum: ['points', 'log-odds', 'percent'] })
  readonly unit!: ScoreExplanation['unit'];

  @ApiProperty({ description: 'What everybody begins with, or an average customer has.' })
  readonly base!: number;

  @ApiProperty({ type: [ContributionView], description: 'The largest first; with the base they add up to the total.' })
  readonly contributions!: readonly ContributionView[];

  @ApiProperty()
  readonly total!: number;
}

/** A customer’s band of risk as it was entered. */
export class EnteredRiskView {
  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ enum: RISK_BANDS })
  readonly band!: RiskBand;

  @ApiProperty({ enum: RISK_BANDS, nullable: true, description: 'Null where the customer was never scored before.' })
  readonly from!: RiskBand | null;

  @ApiProperty({ description: '0–100, as it was when the band was entered.' })
  readonly score!: number;

  @ApiProperty({ type: RiskModelView })
  readonly model!: RiskModelView;

  @ApiProperty({ type: ExplanationView })
  readonly explanation!: ExplanationView;

  @ApiProperty({ format: 'date-time' })
  readonly scoredAt!: string;

  @ApiProperty({ example: '10432' })
  readonly position!: string;
}

/** What the model in force says of a customer now, and the band that was recorded last. */
export class CustomerRiskView {
  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ type: RiskModelView })
  readonly model!: RiskModelView;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: '0–100; null where the model does not score such customers.',
  })
  readonly score!: number | null;

  @ApiProperty({ enum: RISK_BANDS, nullable: true })
  readonly band!: RiskBand | null;

  @ApiProperty({ type: ExplanationView, nullable: true })
  readonly explanation!: ExplanationView | null;

  @ApiProperty({ type: Number, nullable: true, description: 'P(alive), 0–1, where the model is an MBG/NBD one.' })
  readonly alive!: number | null;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: EnteredRiskView, nullable: true })
  readonly entered!: EnteredRiskView | null;
}

export const enteredOf = ({ fromBand, policyId, policyVersion, method, ...row }: CustomerRiskRow): EnteredRiskView => ({
  customerId: row.customerId,
  band: row.band,
  from: fromBand,
  score: row.score,
  model: { policyId, version: policyVersion, method },
  explanation: row.explanation,
  scoredAt: row.scoredAt,
  position: `${row.position}`,
});
