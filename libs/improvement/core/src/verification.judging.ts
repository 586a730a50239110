import type { VerificationPlan, VerificationResult } from '@tenure/improvement-contract';
import { METRICS, type MetricValue } from '@tenure/metric-contract';
import { differenceOf, intervalOf, type Difference } from './verification.difference';
import { misses, reaches } from './verification.target';
import { enoughOf, reasonOf } from './verification.words';

export interface VerificationGround {
  readonly confidencePercent: number;
  /** The rules that it goes by. */
  readonly policy: VerificationResult['policy'];
}

type Planned = Pick<VerificationPlan, 'target' | 'smallestSample'>;

/**
 * What a measure was worth. Effective is one whose target is reached and whose improvement is more than chance brings: the whole
 * interval of the difference is on the better side of 0. Of measures that change nothing not more than half of what the
 * confidence leaves is called effective by mistake (the interval has two sides). Nothing is said of fewer observations than the
 * plan asks for, in either window.
 */
export function judge(
  plan: Planned,
  baseline: MetricValue,
  observed: MetricValue,
  { confidencePercent, policy }: VerificationGround,
): VerificationResult {
  const difference = differenceOf(observed, baseline, confidencePercent / 100);
  const targetReached = observed.value === null ? null : reaches(observed.value, plan.target);
  const judged = { ...measuredAs(baseline, observed, difference), confidencePercent, targetReached };
  const verdict = verdictOf(enoughOf(plan, baseline, observed), difference, targetReached === true, baseline);
  return { verdict, ...judged, reason: reasonOf({ kind: 'verification', plan, verdict, ...judged }), policy };
}

/**
 * Whether what was effective is so no more, by a later window against the observation (`then`): the target is missed, and
 * that is more than chance, as either the whole interval of the metric misses it, or that of the difference is on the worse side
 * of 0. What is worse than it was but still reaches the target has not regressed. The confidence is shared out among all
 * the looks and both ways of failing (Bonferroni), so that a lasting effect is called off by mistake not more often than it
 * leaves, however often is looked. Verdicts: `effective` is still so, `not-effective` has regressed.
 */
export function judgeAgain(
  plan: Planned,
  then: MetricValue,
  later: MetricValue,
  { confidencePercent, policy, looks }: VerificationGround & { readonly looks: number },
): VerificationResult {
  const confidence = 1 - (1 - confidencePercent / 100) / Math.max(1, looks);
  const difference = differenceOf(later, then, confidence);
  const targetReached = later.value === null ? null : reaches(later.value, plan.target);
  const judged = { ...measuredAs(then, later, difference), confidencePercent: 100 * confidence, targetReached };
  const hasRegressed =
    targetReached === false && (isLost(later, plan.target, confidence) || isWorse(difference, later));
  const verdict =
    !enoughOf(plan, then, later) || !difference ? 'not-enough-data' : hasRegressed ? 'not-effective' : 'effective';
  return { verdict, ...judged, reason: reasonOf({ kind: 'regression', plan, verdict, ...judged }), policy };
}

function measuredAs(baseline: MetricValue, observed: MetricValue, difference: Difference | undefined) {
  const interval = difference ? { low: difference.low, high: difference.high } : null;
  const test = METRICS[observed.metricId].spread === 'share' ? 'newcombe' : 'welch';
  return { baseline, observed, difference: difference?.difference ?? null, interval, test };
}

function verdictOf(
  isEnough: boolean,
  difference: Difference | undefined,
  reached: boolean,
  { metricId }: MetricValue,
): VerificationResult['verdict'] {
  if (!isEnough || !difference) return 'not-enough-data';
  const isBetter = METRICS[metricId].better === 'higher' ? difference.low > 0 : difference.high < 0;
  return isBetter && reached ? 'effective' : 'not-effective';
}

const isWorse = (difference: Difference | undefined, { metricId }: MetricValue): boolean =>
  difference !== undefined && (METRICS[metricId].better === 'higher' ? difference.high < 0 : difference.low > 0);

function isLost(later: MetricValue, target: VerificationPlan['target'], confidence: number): boolean {
  const interval = intervalOf(later, confidence);
  return interval !== undefined && misses(interval, target);
}
