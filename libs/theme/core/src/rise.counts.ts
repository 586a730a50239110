import type { DetectionRule } from '@tenure/policy-contract';
import type { DayCounts } from './day.counts';

/** A group of complaints at the end of a day, counted from 1970-01-01 in the time zone of the policy. */
export interface Look {
  readonly counts: DayCounts;
  /** Complaints of every kind. */
  readonly all: DayCounts;
  readonly day: number;
  /** Nothing before this day counts: the records began then, or a problem of the group was over. */
  readonly since: number;
}

/** Days from the first up to, not including, the second, what there was of the group, and of what that is a part. */
export interface CountedDays {
  readonly from: number;
  readonly until: number;
  readonly cases: number;
  /** Days, or complaints of every kind: what the cases are to be in proportion to. */
  readonly exposure: number;
}

export interface RiseCounts {
  readonly window: CountedDays;
  readonly baseline: CountedDays;
  /** What the baseline lets expect in the window. */
  readonly expected: number;
}

/** Shorter than this it says nothing: two weeks are needed to tell how much they differ. */
const LEAST_BASELINE_DAYS = 14;

/** Undefined where the baseline is too short, or empty of complaints of any kind. */
export function countRise({ counts, all, day, since }: Look, rule: DetectionRule): RiseCounts | undefined {
  const until = day + 1;
  const between = until - rule.windowDays;
  const from = Math.max(between - rule.baselineDays, since);
  if (between - from < Math.max(LEAST_BASELINE_DAYS, rule.windowDays)) return undefined;
  const ofDays = (first: number, end: number): CountedDays => ({
    from: first,
    until: end,
    cases: counts.between(first, end),
    exposure: rule.against === 'time' ? end - first : all.between(first, end),
  });
  const [window, baseline] = [ofDays(between, until), ofDays(from, between)];
  if (baseline.exposure === 0) return undefined;
  return { window, baseline, expected: (baseline.cases * window.exposure) / baseline.exposure };
}

/** Whether there are enough, and enough more, for anybody to act on. */
export const isWorthActing = (
  { window: { cases }, expected }: RiseCounts,
  { leastCases, leastRisePercent }: DetectionRule,
): boolean => cases >= leastCases && cases >= expected * (1 + leastRisePercent / 100);
