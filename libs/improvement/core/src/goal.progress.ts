import type { GoalStanding } from '@tenure/improvement-contract';
import { instant } from '@tenure/kernel';
import { METRICS, type MetricQuestion } from '@tenure/metric-contract';
import type { KnownGoal } from './goal.state';

const DAY_MS = 86_400_000;

/**
 * What is to be measured to tell how a goal stands at a moment: the newest days, as many as it says. From its date on it
 * stands as it stood then: what comes later neither reaches nor misses it.
 */
export function questionOf({ metricId, segment, windowDays, dueAt }: KnownGoal, moment: string): MetricQuestion {
  const end = Math.min(Date.parse(moment), Date.parse(dueAt));
  return { metricId, segment, window: { from: instant(end - windowDays * DAY_MS), until: instant(end) } };
}

export interface GoalProgress {
  readonly standing: GoalStanding;
  /** Of the way from the baseline to the target, in percent; below 0 where it went the other way, null without data. */
  readonly donePercent: number | null;
  /** Of the time from its start to its date, in percent. */
  readonly expectedPercent: number;
}

/** How a goal stands at a moment, by what was measured: by its own straight line from the baseline to the target. */
export function progressOf(goal: KnownGoal, moment: string, value: number | null): GoalProgress {
  const expectedPercent = shareOfTime(goal, Date.parse(moment));
  if (value === null)
    return { standing: goal.status === 'given-up' ? 'given-up' : 'no-data', donePercent: null, expectedPercent };
  const donePercent = (100 * (value - goal.baseline)) / (goal.target - goal.baseline);
  return { standing: standingOf(goal, moment, value, donePercent >= expectedPercent), donePercent, expectedPercent };
}

function standingOf(goal: KnownGoal, moment: string, value: number, isOnLine: boolean): GoalStanding {
  if (goal.status === 'given-up') return 'given-up';
  const { metricId, target, dueAt } = goal;
  if (METRICS[metricId].better === 'higher' ? value >= target : value <= target) return 'reached';
  if (Date.parse(moment) >= Date.parse(dueAt)) return 'missed';
  return isOnLine ? 'on-track' : 'behind';
}

function shareOfTime({ startsAt, dueAt }: KnownGoal, moment: number): number {
  const [start, end] = [Date.parse(startsAt), Date.parse(dueAt)];
  return Math.min(100, Math.max(0, (100 * (moment - start)) / (end - start)));
}
