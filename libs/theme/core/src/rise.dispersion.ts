import type { DetectionRule } from '@tenure/policy-contract';
import type { Look, RiseCounts } from './rise.counts';

/** How much more the weeks of the baseline differ than those of a flow of independent complaints would. */
export interface Dispersion {
  /** 1 where they don't differ more; the variance is so many times that of a Poisson or binomial distribution. */
  readonly factor: number;
  readonly degreesOfFreedom: number;
}

/** With fewer cases the weeks of a group alone can't tell whether its complaints come in clusters. */
export const TELLING_CASES = 20;

/** Of many groups with few cases each, which together can. Never below 1. */
export function pooledFactor(statistics: readonly WeeklyStatistic[]): number {
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const degreesOfFreedom = sumOf(statistics.map((one) => one.degreesOfFreedom));
  return degreesOfFreedom === 0
    ? 1
    : Math.max(1, sumOf(statistics.map(({ statistic }) => statistic)) / degreesOfFreedom);
}

/** Never below 1: too even a past promises nothing. `ofFew` is what groups with few cases have in common. */
export function dispersionOf(look: Look, counted: RiseCounts, rule: DetectionRule, ofFew: number): Dispersion {
  const { statistic, degreesOfFreedom } = weeklyStatistic(look, counted, rule);
  const least = counted.baseline.cases < TELLING_CASES ? ofFew : 1;
  return { factor: Math.max(least, statistic / degreesOfFreedom), degreesOfFreedom };
}

export interface WeeklyStatistic {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
}

/** Whole weeks, so that busy and quiet days of the week are no surprise. */
const WEEK_DAYS = 7;

/**
 * Pearson's statistic of the weeks of the baseline: divided by its degrees of freedom it estimates the dispersion (P.
 * McCullagh, J. A. Nelder, "Generalized Linear Models", 2nd ed. 1989, 4.5.2 and 9.2.4).
 */
export function weeklyStatistic({ counts, all }: Look, { baseline }: RiseCounts, rule: DetectionRule): WeeklyStatistic {
  const share = baseline.cases / baseline.exposure;
  const isOfAll = rule.against === 'all-complaints';
  const spread = isOfAll ? 1 - share : 1;
  let statistic = 0;
  let weeks = 0;
  for (let until = baseline.until; until - WEEK_DAYS >= baseline.from; until -= WEEK_DAYS) {
    const exposure = isOfAll ? all.between(until - WEEK_DAYS, until) : WEEK_DAYS;
    const expected = exposure * share;
    if (exposure === 0) continue;
    weeks++;
    const variance = expected * spread;
    if (variance > 0) statistic += (counts.between(until - WEEK_DAYS, until) - expected) ** 2 / variance;
  }
  return { statistic, degreesOfFreedom: Math.max(1, weeks - 1) };
}
