import { METRICS, type MetricValue } from '@tenure/metric-contract';
import { newcombeInterval, welchInterval, type Interval } from '@tenure/statistics';

/** How a metric moved: beyond chance in the better or the worse direction, or not so that it could be told from chance. */
export type Direction = 'better' | 'worse' | 'unclear' | 'no-data';

export interface MetricChange {
  readonly now: MetricValue;
  readonly before: MetricValue;
  /** Now less before, in the metric's own unit; null where one of them is empty. */
  readonly difference: number | null;
  readonly direction: Direction;
}

/**
 * Two values of one metric, of windows that have nothing in common. Shares are told apart by Newcombe's interval of their
 * difference, means by Welch's: where zero lies outside of it, the metric moved.
 */
export function changeOf(now: MetricValue, before: MetricValue, confidencePercent: number): MetricChange {
  if (now.value === null || before.value === null) return { now, before, difference: null, direction: 'no-data' };
  const difference = now.value - before.value;
  const interval = intervalOf(now, before, confidencePercent / 100);
  if (!interval || (interval.low <= 0 && interval.high >= 0)) return { now, before, difference, direction: 'unclear' };
  const isBetter = METRICS[now.metricId].better === (interval.low > 0 ? 'higher' : 'lower');
  return { now, before, difference, direction: isBetter ? 'better' : 'worse' };
}

function intervalOf(now: MetricValue, before: MetricValue, confidence: number): Interval | undefined {
  if (now.spread.kind === 'share' && before.spread.kind === 'share') {
    return newcombeInterval({ ...now.spread, n: now.n }, { ...before.spread, n: before.n }, confidence);
  }
  return welchInterval(sampleOf(now), sampleOf(before), confidence);
}

const sampleOf = ({ n, value, spread }: MetricValue) => ({
  n,
  mean: value ?? 0,
  deviation: spread.kind === 'mean' ? spread.deviation : 0,
});
