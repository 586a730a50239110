import { PRIORITIES, type GoalAsOf, type MeasureAsOf, type ProblemAsOf } from '@tenure/improvement-contract';
import type { MetricId } from '@tenure/metric-contract';
import type { MetricChange } from './metric.change';
import type { ReportInputs } from './report.inputs';

/** What got worse in the month. */
export interface Worse {
  /** Beyond chance, against the month before; of one tier, or of all customers where it is null. */
  readonly metrics: readonly {
    readonly metricId: MetricId;
    readonly tier: string | null;
    readonly change: MetricChange;
  }[];
  /** Opened, or opened again. */
  readonly problems: readonly string[];
  /** Found not effective, or so no more. */
  readonly measures: readonly string[];
  /** Behind, or missed. */
  readonly goals: readonly string[];
}

export function worseOf(
  { problems, measures, goals, month: { from } }: ReportInputs,
  metrics: readonly MetricChange[],
  byTier: readonly { readonly tier: string; readonly change: MetricChange }[],
): Worse {
  const all = [...metrics.map((change) => ({ tier: null, change })), ...byTier];
  return {
    metrics: all
      .filter(({ change }) => change.direction === 'worse')
      .map(({ tier, change }) => ({ metricId: change.now.metricId, tier, change })),
    problems: problems
      .filter((one) => one.status === 'open' && isSince(one.changedAt, from))
      .map((one) => one.problemId),
    measures: measures.filter((one) => hasFailed(one, from)).map(({ measureId }) => measureId),
    goals: goals.filter(isOff).map(({ goalId }) => goalId),
  };
}

/** Open, or done with in the month: by priority, then by age. */
export const problemsOf = ({ problems, month: { from } }: ReportInputs): readonly ProblemAsOf[] =>
  problems
    .filter(({ status, changedAt }) => status === 'open' || isSince(changedAt, from))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || Date.parse(one.openedAt) - Date.parse(other.openedAt));

/** Not those that were abandoned, nor those whose last verdict is of before the month. */
export const measuresOf = ({ measures, month: { from } }: ReportInputs): readonly MeasureAsOf[] =>
  measures.filter(({ stage, verified, regressed }) => {
    const verdictAt = regressed?.at ?? verified?.at;
    return stage !== 'abandoned' && (verdictAt === undefined || isSince(verdictAt, from));
  });

const hasFailed = ({ verified, regressed }: MeasureAsOf, from: string): boolean =>
  (regressed !== null && isSince(regressed.at, from)) ||
  (verified !== null && verified.result.verdict === 'not-effective' && isSince(verified.at, from));

const isOff = ({ standing }: GoalAsOf): boolean => standing === 'behind' || standing === 'missed';

const isSince = (moment: string, from: string): boolean => Date.parse(moment) >= Date.parse(from);

const rankOf = ({ priority }: ProblemAsOf): number =>
  priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
