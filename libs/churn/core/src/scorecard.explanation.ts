import { holds, type Facts } from '@tenure/behaviour-contract';
import type { ScoreContribution, ScoreExplanation } from '@tenure/churn-contract';
import type { Scorecard } from '@tenure/policy-contract';
import { explained } from './score.explanation';

/** In points; an item of which no line holds, or one of no points, adds nothing and is left out. */
export function scorecardExplanation({ basePoints, items }: Scorecard, facts: Facts): ScoreExplanation {
  const contributions: ScoreContribution[] = [];
  for (const { itemId, title, lines } of items) {
    const amount = lines.find(({ when }) => holds(when, facts))?.points ?? 0;
    if (amount !== 0) contributions.push({ of: itemId, title, amount });
  }
  return explained('points', basePoints, contributions);
}
