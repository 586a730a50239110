import type { MeasureOverdue } from '@tenure/improvement-contract';
import { instant } from '@tenure/kernel';
import type { MeasureRules } from '@tenure/policy-contract';
import type { KnownMeasure } from './measure.state';
import { endOfDay } from './zone.day';

const DAY_MS = 86_400_000;

export type OverdueWhat = MeasureOverdue['what'];

/** What is expected of a measure next, and by when: ISO 8601. */
export interface Expectation {
  readonly what: OverdueWhat;
  readonly dueAt: string;
}

/** A step of the policy for an expectation that is not met. */
export interface OverdueStep extends Expectation {
  /** Counted from 1. */
  readonly step: number;
  readonly at: string;
}

/** What is found later than this is one of the past, and alarms nobody; less is an outage. */
const NEWS_FOR_MS = 7 * DAY_MS;

/**
 * A report of progress within so many days of the start or of the one before; completion by the end of the last day on the
 * clocks of the policy. Nothing of a measure that has not started but completion, nothing of one that has ended.
 */
export function expectedOf(measure: KnownMeasure, rules: MeasureRules, timeZone: string): readonly Expectation[] {
  const { stage, dueOn, startedAt, report } = measure;
  if (stage === 'completed' || stage === 'abandoned') return [];
  const completion: Expectation = { what: 'completion', dueAt: endOfDay(dueOn, timeZone) };
  if (stage !== 'started' || startedAt === null) return [completion];
  const lastMs = Math.max(Date.parse(startedAt), Date.parse(report?.reportedAt ?? startedAt));
  return [{ what: 'progress', dueAt: instant(lastMs + rules.progressEveryDays * DAY_MS) }, completion];
}

/** Steps that are still to be taken if nothing happens, the earliest first. */
export const overdueSteps = (measure: KnownMeasure, rules: MeasureRules, timeZone: string): readonly OverdueStep[] =>
  expectedOf(measure, rules, timeZone)
    .flatMap(({ what, dueAt }) =>
      rules.overdue.map(({ afterDays }, index) => ({
        what,
        dueAt,
        step: index + 1,
        at: instant(Date.parse(dueAt) + afterDays * DAY_MS),
      })),
    )
    .filter((step) => !isTaken(step, measure))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.step - b.step);

export const isTaken = (
  { what, dueAt, step }: Omit<OverdueStep, 'at'>,
  { overdueSteps: taken }: KnownMeasure,
): boolean =>
  taken.some((one) => one.what === what && one.step === step && Date.parse(one.dueAt) === Date.parse(dueAt));

/** Whether somebody is told of a step that is found at a moment (ISO 8601). */
export const isAlarm = ({ at }: OverdueStep, foundAt: string): boolean =>
  Date.parse(foundAt) - Date.parse(at) <= NEWS_FOR_MS;
