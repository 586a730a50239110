import { holds, type Facts } from '@tenure/behaviour-contract';
import type { ScoreExplanation } from '@tenure/churn-contract';
import type { ChurnModelContent } from '@tenure/policy-contract';
import type { RiskBand } from '@tenure/shared-contract';
import { logisticExplanation } from './logistic.explanation';
import { mbgNbdExplanation } from './mbg-nbd.explanation';
import { scorecardExplanation } from './scorecard.explanation';
import { probabilityOf } from '@tenure/statistics';

/** How likely a customer is lost, and why. */
export interface RiskScore {
  /** 0–100, to the hundredth. */
  readonly score: number;
  readonly band: RiskBand;
  readonly explanation: ScoreExplanation;
}

/** A model, and how far ahead it is asked about. */
export type AskedModel = Pick<ChurnModelContent, 'model' | 'horizonDays'>;

/** By what is known of a customer; nothing where the model doesn't score such customers, or lacks what it goes by. */
export function scoreOf(content: ChurnModelContent, facts: Facts): RiskScore | undefined {
  if (!holds(content.scored, facts)) return undefined;
  const explanation = explanationOf(content, facts);
  if (!explanation) return undefined;
  const score = Math.round(percentOf(explanation) * 100) / 100;
  return { score, band: bandOf(content.bands, score), explanation };
}

/** The first band, from the highest down, that a score is high enough for. */
export const bandOf = (bands: ChurnModelContent['bands'], score: number): RiskBand =>
  bands.find(({ atLeast }) => score >= atLeast)?.band ?? 'low';

/** What a model says of a customer, whether it is asked about such customers or not; nothing where it can say nothing. */
export function riskPercent(asked: AskedModel, facts: Facts): number | undefined {
  const explanation = explanationOf(asked, facts);
  return explanation && percentOf(explanation);
}

function explanationOf({ model, horizonDays }: AskedModel, facts: Facts): ScoreExplanation | undefined {
  switch (model.method) {
    case 'scorecard':
      return scorecardExplanation(model, facts);
    case 'logistic':
      return logisticExplanation(model, facts);
    case 'mbg-nbd':
      return mbgNbdExplanation(model, horizonDays, facts);
  }
}

function percentOf({ unit, total }: ScoreExplanation): number {
  switch (unit) {
    case 'points':
    case 'percent':
      return Math.min(100, Math.max(0, total));
    case 'log-odds':
      return 100 * probabilityOf(total);
  }
}
