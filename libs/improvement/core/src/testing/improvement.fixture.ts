import type { MeasureEvent, MeasurePlanned, ProblemEvent, VerificationResult } from '@tenure/improvement-contract';
import type { ImprovementPolicy } from '../problem.deciding';

/** 20 weighted customers, 10 cases or CNY 1,000 within 30 days are a high impact, 10 person days are hard. */
export const improvementPolicy: ImprovementPolicy = {
  policyId: 'improvement',
  kind: 'improvement',
  version: 2,
  effectiveFrom: '2000-01-01T00:00:00+08:00',
  title: { zh: '改进', en: 'Improvement' },
  by: 'li',
  publishedAt: '2020-01-01T00:00:00+08:00',
  content: {
    timeZone: 'Asia/Shanghai',
    detection: {
      groups: ['theme'],
      windowDays: 14,
      baselineDays: 182,
      against: 'time',
      leastCases: 5,
      leastRisePercent: 50,
      falseAlarmsPerYear: 2,
    },
    priority: {
      windowDays: 30,
      tierWeights: [
        { tier: 'A', weight: 5 },
        { tier: 'B', weight: 0.1 },
      ],
      highImpact: { weightedCustomers: 20, cases: 10, money: { amountMinor: 100_000, currency: 'CNY' } },
      hardFromPersonDays: 10,
    },
    measures: {
      progressEveryDays: 7,
      overdue: [
        { afterDays: 0, notify: ['owner'], channels: ['inbox'] },
        { afterDays: 3, notify: ['owner', 'person:dora'], channels: ['inbox', 'email'] },
      ],
    },
    verification: { confidencePercent: 95, regression: { everyDays: 30, times: 6 } },
  },
};

export const openedAt = '2026-03-01T09:00:00+08:00';
const problemId = 'p-1';
export const opened = {
  type: 'ProblemOpened',
  data: {
    problemId,
    title: { zh: '延迟', en: 'Late' },
    scope: { themeId: 'late' },
    since: '2026-02-01T00:00:00+08:00',
    by: 'wang',
    openedAt,
  },
} as const satisfies ProblemEvent;
export const answered = (whyId: string, because?: string): ProblemEvent => ({
  type: 'WhyAnswered',
  data: {
    problemId,
    whyId,
    ...(because !== undefined && { because }),
    answer: `because of ${whyId}`,
    category: 'process',
    root: false,
    evidence: [],
    by: 'wang',
    answeredAt: openedAt,
  },
});

const window = (from: string, until: string) => ({ from: `${from}T00:00:00+08:00`, until: `${until}T00:00:00+08:00` });
export const plannedAt = '2026-03-02T09:00:00+08:00';
export const plan: MeasurePlanned = {
  measureId: 'm-1',
  problemId,
  content: 'A second carrier',
  causes: ['w-1'],
  owner: 'anna',
  startsOn: '2026-03-10',
  dueOn: '2026-03-31',
  resources: 'Two people',
  budget: { amountMinor: 10_000, currency: 'CNY' },
  acceptance: 'Nine of ten in time',
  verification: {
    metricId: 'csat',
    segment: {},
    baseline: window('2026-02-01', '2026-03-01'),
    observation: window('2026-04-01', '2026-05-01'),
    target: { atLeast: 85 },
    smallestSample: 30,
  },
  announcement: {
    content: { zh: '新承运商', en: 'A new carrier' },
    effectiveOn: '2026-04-01',
    value: { zh: '更快', en: 'Faster' },
  },
  by: 'wang',
  plannedAt,
};
export const planned = { type: 'MeasurePlanned', data: plan } as const satisfies MeasureEvent;
const of = { measureId: 'm-1', problemId };
export const DIGEST = 'd'.repeat(64);
export const committed: MeasureEvent = {
  type: 'MeasureCommitted',
  data: { ...of, by: 'anna', digest: DIGEST, committedAt: '2026-03-03T09:00:00+08:00' },
};
export const started: MeasureEvent = {
  type: 'MeasureStarted',
  data: { ...of, by: 'anna', startedAt: '2026-03-10T09:00:00+08:00' },
};
export const completed: MeasureEvent = {
  type: 'MeasureCompleted',
  data: { ...of, by: 'anna', completedAt: '2026-03-30T09:00:00+08:00' },
};

const value = (n: number, csat: number): VerificationResult['baseline'] => ({
  metricId: 'csat',
  segment: {},
  window: plan.verification.baseline,
  asOf: '2026-05-01T00:00:00+08:00',
  n,
  value: csat,
  interval: null,
  spread: { kind: 'share', successes: Math.round((n * csat) / 100) },
});
export const result = (verdict: VerificationResult['verdict']): VerificationResult => ({
  verdict,
  baseline: value(100, 70),
  observed: value(100, 90),
  difference: 20,
  interval: { low: 9, high: 30 },
  confidencePercent: 95,
  test: 'newcombe',
  targetReached: true,
  reason: { zh: '提高', en: 'It rose' },
  policy: { policyId: 'improvement', version: 2 },
});
export const verified = (verdict: VerificationResult['verdict']): MeasureEvent => ({
  type: 'MeasureVerified',
  data: { ...of, result: result(verdict), verifiedAt: '2026-05-01T00:00:00+08:00' },
});
