import type { ScoreContribution, ScoreExplanation } from '@tenure/churn-contract';

/** The largest first, whichever way it points; added up in this order, base and contributions are exactly the total. */
export function explained(
  unit: ScoreExplanation['unit'],
  base: number,
  contributions: ScoreContribution[],
): ScoreExplanation {
  contributions.sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  let total = base;
  for (const { amount } of contributions) total += amount;
  return { unit, base, contributions, total };
}
