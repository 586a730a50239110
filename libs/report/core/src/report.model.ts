import type { DimensionScore } from '@tenure/feedback-contract';
import type { GoalAsOf, MeasureAsOf, ProblemAsOf } from '@tenure/improvement-contract';
import type { MetricId } from '@tenure/metric-contract';
import type { ServedRecord } from '@tenure/service-record-contract';
import type { PrintedTables } from '@tenure/service-standard-contract';
import type { Text } from '@tenure/shared-contract';
import { feedbackRows, type FeedbackRow } from './feedback.rows';
import { changeOf, type MetricChange } from './metric.change';
import type { ReportInputs, TrendPoint } from './report.inputs';
import type { ReportMonth } from './report.month';
import { volumesOf, type Volumes } from './volume.rows';
import { measuresOf, problemsOf, worseOf, type Worse } from './worse.rows';

/** A month of service as it was known when it ended: ids, numbers, and what people wrote. */
export interface ReportModel extends ReportMonth {
  /** Policy of kind `improvement`. */
  readonly policy: { readonly policyId: string; readonly version: number };
  readonly confidencePercent: number;
  readonly volumes: Volumes;
  readonly trend: readonly TrendPoint[];
  readonly metrics: readonly MetricChange[];
  readonly byTier: readonly TierChange[];
  readonly dimensions: readonly DimensionScore[];
  /** Open, or solved or dismissed in the month; by priority, then by age. */
  readonly problems: readonly ProblemAsOf[];
  /** Those that were not done with before the month. */
  readonly measures: readonly MeasureAsOf[];
  readonly goals: readonly GoalAsOf[];
  readonly worse: Worse;
  /** By theme. */
  readonly themeTitles: Readonly<Record<string, Text>>;
  /** By step of the service. */
  readonly stepTitles: Readonly<Record<string, Text>>;
  readonly forms: ReportForms;
}

export interface TierChange {
  readonly tier: string;
  readonly metricId: MetricId;
  readonly change: MetricChange;
}

export interface ReportForms {
  readonly serviceRecords: {
    readonly total: number;
    readonly rows: readonly (ServedRecord & { readonly customerName: string | null })[];
  };
  readonly feedback: readonly FeedbackRow[];
  /** Complaints of each problem that are in `feedback`, at most. */
  readonly mostCases: number;
  /** Undefined where none was in force. */
  readonly serviceLevels?: PrintedTables;
  readonly classification?: PrintedTables;
}

/** Pure: the same inputs are the same report. */
export function monthReport(inputs: ReportInputs): ReportModel {
  const { month, policy, confidencePercent, trend, dimensions, goals, themes } = inputs;
  const metrics = changesOf(inputs.metrics, confidencePercent);
  const byTier = inputs.byTier.flatMap(({ tier, values }) =>
    changesOf(values, confidencePercent).map((change) => ({ tier, metricId: change.now.metricId, change })),
  );
  return {
    ...month,
    policy,
    confidencePercent,
    volumes: volumesOf(inputs),
    trend,
    metrics,
    byTier,
    dimensions,
    problems: problemsOf(inputs),
    measures: measuresOf(inputs),
    goals,
    worse: worseOf(inputs, metrics, byTier),
    themeTitles: Object.fromEntries((themes?.themes ?? []).map(({ themeId, title }) => [themeId, title])),
    stepTitles: Object.fromEntries((themes?.steps ?? []).map(({ stepId, title }) => [stepId, title])),
    forms: formsOf(inputs),
  };
}

/** Whether anything happened in the month at all; customers alone who were there are no news. */
export const hasNews = ({ volumes, metrics, forms, problems, measures, from }: ReportModel): boolean =>
  volumes.total.now > 0 ||
  forms.serviceRecords.total > 0 ||
  metrics.some(({ now }) => now.n > 0 && !STOCKS.has(now.metricId)) ||
  problems.some(({ changedAt }) => Date.parse(changedAt) >= Date.parse(from)) ||
  measures.some(({ plannedAt }) => Date.parse(plannedAt) >= Date.parse(from));

/** Their n counts who was there, not what happened. */
const STOCKS: ReadonlySet<MetricId> = new Set<MetricId>(['complaint-rate', 'churn-rate']);

const changesOf = ({ now, before }: ReportInputs['metrics'], confidencePercent: number): readonly MetricChange[] =>
  now.flatMap((value, index) => {
    const earlier = before[index];
    return earlier ? [changeOf(value, earlier, confidencePercent)] : [];
  });

const formsOf = (inputs: ReportInputs): ReportForms => {
  const { records, names, serviceLevels, classification } = inputs;
  const rows = records.records.map((record) => ({ ...record, customerName: names.get(record.customerId) ?? null }));
  return {
    serviceRecords: { total: records.total, rows },
    feedback: feedbackRows(inputs),
    mostCases: inputs.mostCases,
    ...(serviceLevels && { serviceLevels }),
    ...(classification && { classification }),
  };
};
