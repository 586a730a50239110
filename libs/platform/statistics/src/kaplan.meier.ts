import { deviationsOf } from './normal.quantile';
import type { Interval } from './proportion.bounds';

/** How long somebody was followed, and whether the end was seen (`churned`) or only the following ended. */
export interface Duration {
  readonly days: number;
  readonly churned: boolean;
}

/** At so many days: those `atRisk` just before, those lost then, and the share that is kept beyond. */
export interface SurvivalStep extends Interval {
  readonly days: number;
  readonly atRisk: number;
  readonly churned: number;
  /** Followed so far and no longer. */
  readonly censored: number;
  readonly survival: number;
}

/**
 * Retention by the product-limit estimate, Ŝ(t) = ∏(1 − dᵢ/nᵢ) (Kaplan & Meier 1958), with Greenwood's variance and the
 * interval on the scale of log(−log S) (Kalbfleisch & Prentice 1980), which stays within 0–1. Who was followed for as many
 * days as another was lost at counts as at risk then.
 *
 * @returns a step for each number of days on which somebody was lost, ascending; none where nobody was
 */
export function kaplanMeier(durations: Iterable<Duration>, confidence = 0.95): readonly SurvivalStep[] {
  const counts = countsOf(durations);
  const deviations = deviationsOf(confidence);
  const steps: SurvivalStep[] = [];
  let atRisk = counts.reduce((sum, { churned, censored }) => sum + churned + censored, 0);
  let survival = 1;
  let greenwood = 0;
  for (const { days, churned, censored } of counts) {
    if (churned > 0) {
      survival *= 1 - churned / atRisk;
      greenwood += churned / (atRisk * (atRisk - churned));
      steps.push({ days, atRisk, churned, censored, survival, ...intervalOf(survival, greenwood, deviations) });
    }
    atRisk -= churned + censored;
  }
  return steps;
}

/** The share kept beyond so many days. */
export const survivalAt = (steps: readonly SurvivalStep[], days: number): number =>
  steps.findLast((step) => step.days <= days)?.survival ?? 1;

interface Count {
  readonly days: number;
  churned: number;
  censored: number;
}

function countsOf(durations: Iterable<Duration>): readonly Count[] {
  const byDays = new Map<number, Count>();
  for (const { days, churned } of durations) {
    const count = byDays.get(days) ?? { days, churned: 0, censored: 0 };
    byDays.set(days, count);
    if (churned) count.churned += 1;
    else count.censored += 1;
  }
  return [...byDays.values()].sort((one, other) => one.days - other.days);
}

/** Nobody left: the variance isn't defined, and nothing is known but that it is no more than before. */
function intervalOf(survival: number, greenwood: number, deviations: number): Interval {
  if (survival <= 0 || !Number.isFinite(greenwood)) return { low: 0, high: 0 };
  const logarithm = Math.log(survival);
  const spread = Math.exp((deviations * Math.sqrt(greenwood)) / Math.abs(logarithm));
  return { low: survival ** spread, high: survival ** (1 / spread) };
}
