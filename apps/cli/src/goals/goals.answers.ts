import type { MetricValue } from '../metrics/metrics.answers';

interface Standing {
  readonly standing: string;
  readonly measured: MetricValue;
  readonly donePercent: number | null;
  readonly expectedPercent: number;
}

/** A goal as the API shows it. */
export interface Goal extends Standing {
  readonly goalId: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly metricId: string;
  readonly owner: string;
  readonly baseline: number;
  readonly target: number;
  readonly dueAt: string;
}

export interface GoalDetails extends Goal {
  readonly windowDays: number;
  readonly problems: readonly string[];
  readonly course: readonly (Standing & { readonly at: string })[];
}
