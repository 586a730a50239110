import type { MetricId, MetricSegment, MetricValue, MetricWindow } from '@tenure/metric-contract';
import type { NoticeChannel, NotifyWhom } from '@tenure/policy-contract';
import type { Money, Text } from '@tenure/shared-contract';

/** By what a measure will be judged, said before it starts. */
export interface VerificationPlan {
  readonly metricId: MetricId;
  readonly segment: MetricSegment;
  /** Over before the observation begins. */
  readonly baseline: MetricWindow;
  readonly observation: MetricWindow;
  /** What the metric is to reach at least, or at most. */
  readonly target: { readonly atLeast: number } | { readonly atMost: number };
  /** Of observations in each of the windows. */
  readonly smallestSample: number;
}

/** What customers affected are told before it takes effect (R20). */
export interface ChangeAnnouncement {
  readonly content: Text;
  readonly effectiveOn: string;
  readonly value: Text;
}

interface OfMeasure {
  readonly measureId: string;
  readonly problemId: string;
}

export interface MeasurePlanned extends OfMeasure {
  /** 措施内容. */
  readonly content: string;
  /** Whys of the problem that it is against. */
  readonly causes: readonly string[];
  /** 负责人. */
  readonly owner: string;
  readonly startsOn: string;
  /** 计划完成时间. */
  readonly dueOn: string;
  /** 资源需求. */
  readonly resources: string;
  readonly budget?: Money;
  /** 验收标准. */
  readonly acceptance: string;
  readonly verification: VerificationPlan;
  readonly announcement?: ChangeAnnouncement;
  readonly by: string;
  readonly plannedAt: string;
}

/** Signed by the owner: `digest` is the SHA-256 of the plan as it was read, so that nothing else was signed. */
export interface MeasureCommitted extends OfMeasure {
  readonly by: string;
  readonly digest: string;
  readonly committedAt: string;
}

export interface MeasureStarted extends OfMeasure {
  readonly by: string;
  readonly startedAt: string;
}

export interface MeasureProgressReported extends OfMeasure {
  readonly percent: number;
  readonly note: string;
  readonly by: string;
  readonly reportedAt: string;
}

export interface MeasureBudgetChanged extends OfMeasure {
  readonly budget: Money;
  readonly by: string;
  readonly why: string;
  readonly changedAt: string;
}

/** An entry of the ledger; what is left follows. */
export interface MeasureMoneySpent extends OfMeasure {
  readonly entryId: string;
  readonly amount: Money;
  readonly what: string;
  readonly by: string;
  readonly spentMinor: number;
  readonly leftMinor: number;
  readonly spentAt: string;
}

export interface MeasureDueMoved extends OfMeasure {
  readonly dueOn: string;
  readonly from: string;
  readonly by: string;
  readonly why: string;
  readonly movedAt: string;
}

/** Once for each step of the policy, and each due day or week without a report. */
export interface MeasureOverdue extends OfMeasure {
  readonly what: 'progress' | 'completion';
  readonly owner: string;
  readonly dueAt: string;
  /** Counted from 1. */
  readonly step: number;
  readonly notify: readonly NotifyWhom[];
  readonly channels: readonly NoticeChannel[];
  /** False where it lies in the past when it is found: nobody is told. */
  readonly alarm: boolean;
  readonly overdueAt: string;
}

/** The customers who are told, a part at a time; each is written to once. */
export interface MeasureAnnounced extends OfMeasure {
  readonly announcement: ChangeAnnouncement;
  readonly customerIds: readonly string[];
  /** Counted from 1, and how many there are. */
  readonly part: number;
  readonly parts: number;
  readonly announcedAt: string;
}

export interface MeasureCompleted extends OfMeasure {
  readonly by: string;
  readonly note?: string;
  readonly completedAt: string;
}

export interface MeasureAbandoned extends OfMeasure {
  readonly by: string;
  readonly why: string;
  readonly abandonedAt: string;
}

export const MEASURE_VERDICTS = ['effective', 'not-effective', 'not-enough-data'] as const;
export type MeasureVerdict = (typeof MEASURE_VERDICTS)[number];

/** What was measured, and how it was judged. */
export interface VerificationResult {
  readonly verdict: MeasureVerdict;
  readonly baseline: MetricValue;
  readonly observed: MetricValue;
  /** Observed less baseline, in the metric's own unit; null where one of them is empty. */
  readonly difference: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly confidencePercent: number;
  /** Such as `newcombe` or `welch`. */
  readonly test: string;
  readonly targetReached: boolean | null;
  readonly reason: Text;
  readonly policy: { readonly policyId: string; readonly version: number };
}

export interface MeasureVerified extends OfMeasure {
  readonly result: VerificationResult;
  readonly verifiedAt: string;
}

/** What was effective is so no more. */
export interface MeasureRegressed extends OfMeasure {
  readonly result: VerificationResult;
  /** Counted from 1. */
  readonly period: number;
  readonly regressedAt: string;
}

/** An effective measure became the draft of a new version of a standard; it is published like any policy. */
export interface MeasureStandardDrafted extends OfMeasure {
  readonly policyId: string;
  readonly version: number;
  readonly by: string;
  readonly draftedAt: string;
}
