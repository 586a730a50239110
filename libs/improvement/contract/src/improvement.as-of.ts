import type { MetricId, MetricSegment, MetricValue } from '@tenure/metric-contract';
import type { Money, Text } from '@tenure/shared-contract';
import type { ChangeAnnouncement, VerificationPlan, VerificationResult } from './measure.facts';
import type { Priority, ProblemEvidence, ProblemImpact, ProblemScope, WhyAnswered } from './problem.events';

/**
 * What was known of a problem at a moment: an event counts if its own time isn't after it. Members that are null weren't there
 * yet. Times are ISO 8601 with offset.
 */
export interface ProblemAsOf {
  readonly problemId: string;
  readonly title: Text;
  readonly description?: string;
  readonly scope: ProblemScope;
  readonly status: 'open' | 'solved' | 'dismissed';
  readonly since: string;
  /** A person, or `tenure` itself. */
  readonly by: string;
  readonly openedAt: string;
  /** Of the latest opening, solution or dismissal. */
  readonly changedAt: string;
  /** What the platform found, the first first; empty where a person opened it. */
  readonly evidence: readonly ProblemEvidence[];
  /** Answers that stand, each after the one that it is a reason for. */
  readonly whys: readonly WhyAnswered[];
  readonly priority: Priority | null;
  readonly priorityReason: Text | null;
  readonly impact: ProblemImpact | null;
  readonly personDays: number | null;
  /** The measure that solved it, where it is solved. */
  readonly solvedBy: string | null;
  /** How often it was opened again. */
  readonly reopenings: number;
}

export const MEASURE_STAGES = ['planned', 'committed', 'started', 'completed', 'abandoned'] as const;
export type MeasureStage = (typeof MEASURE_STAGES)[number];

/** What was known of a measure at a moment. */
export interface MeasureAsOf {
  readonly measureId: string;
  readonly problemId: string;
  readonly content: string;
  readonly causes: readonly string[];
  readonly owner: string;
  readonly startsOn: string;
  /** As it was moved last. */
  readonly dueOn: string;
  readonly resources: string;
  readonly acceptance: string;
  readonly stage: MeasureStage;
  readonly plannedAt: string;
  readonly committedAt: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly percent: number | null;
  /** Not completed, nor abandoned, though its last day was over. */
  readonly overdue: boolean;
  readonly budget: Money | null;
  /** In the currency of the budget. */
  readonly spentMinor: number;
  readonly verification: VerificationPlan;
  readonly verified: { readonly result: VerificationResult; readonly at: string } | null;
  /** The latest, where there is one. */
  readonly regressed: { readonly result: VerificationResult; readonly at: string } | null;
  readonly announcement: ChangeAnnouncement | null;
  readonly announcedTo: number;
  readonly standards: readonly { readonly policyId: string; readonly version: number; readonly draftedAt: string }[];
}

/** Problems and measures as they were known. A Nest token; improvement-service binds it. */
export abstract class ImprovementAsOf {
  /** All that were opened by then, in the order of their opening, then of their ids. */
  abstract problemsAt(moment: string): Promise<readonly ProblemAsOf[]>;

  /** All that were planned by then, in the order of their planning, then of their ids. */
  abstract measuresAt(moment: string): Promise<readonly MeasureAsOf[]>;
}

export const GOAL_STANDINGS = ['on-track', 'behind', 'reached', 'missed', 'no-data', 'given-up'] as const;
export type GoalStanding = (typeof GOAL_STANDINGS)[number];

/** What was known of a goal at a moment. */
export interface GoalAsOf {
  readonly goalId: string;
  readonly title: Text;
  readonly metricId: MetricId;
  readonly segment: MetricSegment;
  readonly owner: string;
  readonly baseline: number;
  /** As it was moved last. */
  readonly target: number;
  readonly startsAt: string;
  readonly dueAt: string;
  readonly standing: GoalStanding;
  /** Over the goal's own window, which ends at the moment, or at the goal's date where that is over. */
  readonly measured: MetricValue;
  /** How much of the way from the baseline to the target is done, in percent; null where there is nothing to measure. */
  readonly donePercent: number | null;
  /** How much of it would be done if time alone counted. */
  readonly expectedPercent: number;
}

/** Goals as they stood. A Nest token; improvement-service binds it. */
export abstract class GoalsAsOf {
  /** All that were set by then, in the order of their dates, then of their ids. */
  abstract goalsAt(moment: string): Promise<readonly GoalAsOf[]>;
}
