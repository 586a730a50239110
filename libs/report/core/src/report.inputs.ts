import type { ComplaintCount } from '@tenure/complaint-contract';
import type { DimensionScore } from '@tenure/feedback-contract';
import type { GoalAsOf, MeasureAsOf, ProblemAsOf, ProblemCase } from '@tenure/improvement-contract';
import type { MetricValue } from '@tenure/metric-contract';
import type { ThemesContent } from '@tenure/policy-contract';
import type { ServedRecord } from '@tenure/service-record-contract';
import type { PrintedTables } from '@tenure/service-standard-contract';
import type { ReportMonth } from './report.month';

/** Of the month, and of the one before it. */
export interface Twice<Of> {
  readonly now: Of;
  readonly before: Of;
}

/** Everything that a report is made of, as it was known when the month ended; of the month before, as when that one ended. */
export interface ReportInputs {
  readonly month: ReportMonth;
  readonly policy: { readonly policyId: string; readonly version: number };
  readonly confidencePercent: number;
  readonly cases: Twice<readonly ComplaintCount[]>;
  /** Themes of the complaints that were opened, by their ids. */
  readonly themed: Twice<ReadonlyMap<string, readonly string[]>>;
  /** Themes of the answers and voices, by their ids. */
  readonly heard: Twice<ReadonlyMap<string, readonly string[]>>;
  /** The policy of themes in force at the month's end. */
  readonly themes: ThemesContent | undefined;
  /** Of all customers, in the order of the catalogue. */
  readonly metrics: Twice<readonly MetricValue[]>;
  /** Of the customers of one tier, by the tier, the highest first. */
  readonly byTier: readonly { readonly tier: string; readonly values: Twice<readonly MetricValue[]> }[];
  /** The months up to this one, the oldest first. */
  readonly trend: readonly TrendPoint[];
  readonly dimensions: readonly DimensionScore[];
  readonly problems: readonly ProblemAsOf[];
  readonly measures: readonly MeasureAsOf[];
  readonly goals: readonly GoalAsOf[];
  /** Complaints of the problems that were opened in the month, the oldest first. */
  readonly problemCases: readonly ProblemCase[];
  /** Of each problem, at most so many of them. */
  readonly mostCases: number;
  readonly records: { readonly total: number; readonly records: readonly ServedRecord[] };
  /** Of the customers in records and cases. */
  readonly names: ReadonlyMap<string, string>;
  readonly serviceLevels: PrintedTables | undefined;
  readonly classification: PrintedTables | undefined;
}

export interface TrendPoint {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly cases: number;
  readonly values: readonly MetricValue[];
}
