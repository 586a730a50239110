import type { CaseType } from '@tenure/shared-contract';

/** The metrics of the platform: each is defined once, for goals, verification, reports and the API alike. */
export const METRIC_IDS = [
  /** 首次响应时间: hours from creation to the first public reply by a person; of cases opened in the window. */
  'first-response-hours',
  /** 解决时间: hours from creation to the (last) resolution; of cases opened in the window. */
  'resolution-hours',
  /** 解决率: resolved ÷ opened. */
  'resolution-rate',
  /** 一次解决率: resolved without a second round, a hand-over or a second reply ÷ resolved. */
  'first-contact-resolution',
  /** 响应达标率, 解决达标率: met ÷ (met + breached) of the clocks; an open breach counts. */
  'response-attainment',
  'resolution-attainment',
  /** 争议率: closed and disputed ÷ closed of which it is known. */
  'dispute-rate',
  /** 投诉率: complaints per 100 customers that were there. */
  'complaint-rate',
  'csat',
  'nps',
  'ces',
  /** 回收率: answers ÷ sent. */
  'survey-response-rate',
  /** 流失率: lost in the window ÷ customers at its start. */
  'churn-rate',
  /** 复购率: who bought on two days at least ÷ who bought, in the window. */
  'repurchase-rate',
  /** 转介绍占比: referred new ÷ all new customers. */
  'referral-share',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** Those to whom a metric is confined; every member that is given must hold. */
export interface MetricSegment {
  readonly tiers?: readonly string[];
  readonly product?: string;
  readonly themeId?: string;
  readonly caseTypes?: readonly CaseType[];
  readonly surveyId?: string;
  /** One of the labels of an answer. */
  readonly label?: string;
}

/** From this moment up to, not including, the other: ISO 8601. */
export interface MetricWindow {
  readonly from: string;
  readonly until: string;
}

export interface MetricQuestion {
  readonly metricId: MetricId;
  readonly segment: MetricSegment;
  readonly window: MetricWindow;
  /** What happened, or became known, after this moment doesn't count; the end of the window where left out. */
  readonly asOf?: string;
}

/** What was measured. Shares are in percent, NPS in points from −100 to 100, times in hours. */
export interface MetricValue {
  readonly metricId: MetricId;
  readonly segment: MetricSegment;
  readonly window: MetricWindow;
  readonly asOf: string;
  /** Of how many observations; 0 where there is nothing to measure. */
  readonly n: number;
  /** Null where n is 0. */
  readonly value: number | null;
  /** At 95 %, where it can be said: Wilson's of a share, Student's t of a mean. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** What a test needs: successes of n, or the standard deviation of the n values. */
  readonly spread:
    { readonly kind: 'share'; readonly successes: number } | { readonly kind: 'mean'; readonly deviation: number };
  /** What else belongs to the definition, such as the mean of CES or how many are not answered yet. */
  readonly besides?: Readonly<Record<string, number>>;
}
