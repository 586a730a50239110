import { defineCodec } from '@tenure/kernel';
import type { RiskBand, Text } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type ChurnEvent = { readonly type: 'RiskBandEntered'; readonly data: RiskBandEntered };

/** A customer was scored, and the score is of another band than the one before it. */
export interface RiskBandEntered {
  readonly customerId: string;
  readonly band: RiskBand;
  /** Absent where the customer was never scored before. */
  readonly from?: RiskBand;
  /** 0–100; the higher, the more likely the customer is lost. */
  readonly score: number;
  readonly model: RiskModelRef;
  /** What makes the score, the largest first; in `unit` they and `base` add up to `total`. */
  readonly explanation: ScoreExplanation;
  readonly scoredAt: string;
}

/** The version of the policy of kind `churn-model` that made a score. */
export interface RiskModelRef {
  readonly policyId: string;
  readonly version: number;
  readonly method: 'scorecard' | 'mbg-nbd' | 'logistic';
}

export interface ScoreExplanation {
  readonly unit: 'points' | 'log-odds' | 'percent';
  readonly base: number;
  readonly contributions: readonly ScoreContribution[];
  readonly total: number;
}

export interface ScoreContribution {
  /** A fact, or an item of the scorecard. */
  readonly of: string;
  readonly title: Text;
  readonly amount: number;
}

export const churnCodec = defineCodec<ChurnEvent>({
  RiskBandEntered: {
    version: 1,
    fields: {
      customerId: 'string',
      band: 'string',
      from: 'string?',
      score: 'number',
      model: 'object',
      explanation: 'object',
      scoredAt: 'string',
    },
  },
});
