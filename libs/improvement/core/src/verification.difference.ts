import type { MetricValue } from '@tenure/metric-contract';
import { meanInterval, newcombeInterval, welchInterval, wilsonInterval, type Interval } from '@tenure/statistics';

/** In the metric's own unit; shares are in percent. */
export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * One value less another with the interval of that: Newcombe's of two shares, Welch's of two means. Undefined where one of them
 * has too little for an interval.
 *
 * @param confidence 0–1
 */
export function differenceOf(one: MetricValue, other: MetricValue, confidence: number): Difference | undefined {
  if (one.spread.kind === 'share' && other.spread.kind === 'share') {
    const found = newcombeInterval({ ...one.spread, n: one.n }, { ...other.spread, n: other.n }, confidence);
    return found && inPercent(found);
  }
  if (one.spread.kind !== 'mean' || other.spread.kind !== 'mean') return undefined;
  if (one.value === null || other.value === null) return undefined;
  const [a, b] = [
    { n: one.n, mean: one.value, deviation: one.spread.deviation },
    { n: other.n, mean: other.value, deviation: other.spread.deviation },
  ];
  return welchInterval(a, b, confidence);
}

/** Where the true value lies; undefined where there is too little to tell. */
export function intervalOf({ n, value, spread }: MetricValue, confidence: number): Interval | undefined {
  if (value === null) return undefined;
  if (spread.kind === 'mean') return meanInterval({ n, mean: value, deviation: spread.deviation }, confidence);
  const { low, high } = wilsonInterval({ successes: spread.successes, n }, confidence);
  return { low: 100 * low, high: 100 * high };
}

const inPercent = ({ difference, low, high }: Difference): Difference => ({
  difference: 100 * difference,
  low: 100 * low,
  high: 100 * high,
});
