import type { ChurnEvent, RiskModelRef, ScoreExplanation } from '@tenure/churn-contract';
import type { Projection } from '@tenure/kernel';
import type { RiskBand } from '@tenure/shared-contract';

/** The band of risk that a customer is in, since when and why. Times ISO 8601. */
export interface CustomerRiskRow {
  readonly customerId: string;
  readonly band: RiskBand;
  readonly fromBand: RiskBand | null;
  /** As it was when the band was entered. */
  readonly score: number;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly method: RiskModelRef['method'];
  readonly explanation: ScoreExplanation;
  readonly scoredAt: string;
  readonly position: bigint;
}

/** Which customers are at risk, and by which version of the model. */
export const customerRisk: Projection<CustomerRiskRow, ChurnEvent> = {
  name: 'customer-risk',
  version: 1,
  handles: ['RiskBandEntered'],
  keysOf: ({ data }) => [data.customerId],
  fold: (_row, { data, position }) => ({
    customerId: data.customerId,
    band: data.band,
    fromBand: data.from ?? null,
    score: data.score,
    policyId: data.model.policyId,
    policyVersion: data.model.version,
    method: data.model.method,
    explanation: data.explanation,
    scoredAt: data.scoredAt,
    position,
  }),
};
