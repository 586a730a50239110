import type { GoalAsOf, MeasureAsOf, ProblemAsOf } from '@tenure/improvement-contract';
import { METRIC_IDS, METRICS, type MetricId, type MetricValue } from '@tenure/metric-contract';
import type { ReportInputs } from '../report.inputs';

const month = {
  month: '2011-11',
  timeZone: 'Asia/Shanghai',
  from: '2011-10-31T16:00:00.000Z',
  until: '2011-11-30T16:00:00.000Z',
};

/** Half of the observations succeeded; means vary by one. */
export function metricValue(metricId: MetricId, value: number | null, n: number): MetricValue {
  const share = { kind: 'share', successes: Math.round(((value ?? 0) * n) / 100) } as const;
  return {
    metricId,
    segment: {},
    window: { from: month.from, until: month.until },
    asOf: month.until,
    n,
    value: n === 0 ? null : value,
    interval: null,
    spread: METRICS[metricId].spread === 'share' ? share : { kind: 'mean', deviation: 1 },
  };
}

export const allMetrics = (value: number | null, n: number): readonly MetricValue[] =>
  METRIC_IDS.map((metricId) => metricValue(metricId, value, n));

export const problem: ProblemAsOf = {
  problemId: 'p-late',
  title: { zh: '交付延迟 <b>', en: 'Late delivery <b>' },
  scope: { themeId: 'late' },
  status: 'open',
  since: '2011-11-03T00:00:00Z',
  by: 'tenure',
  openedAt: '2011-11-10T00:00:00Z',
  changedAt: '2011-11-10T00:00:00Z',
  evidence: [],
  whys: [],
  priority: 'P1',
  priorityReason: { zh: '影响大', en: 'High impact' },
  impact: { customers: 3, byTier: { A: 1, C: 2 }, weightedCustomers: 7, cases: 4, money: {} },
  personDays: 12,
  solvedBy: null,
  reopenings: 0,
};

const window = { from: '2011-11-01T00:00:00Z', until: '2011-11-15T00:00:00Z' };

export const measure: MeasureAsOf = {
  measureId: 'm-carrier',
  problemId: 'p-late',
  content: '第二承运商',
  causes: [],
  owner: 'ben',
  startsOn: '2011-11-01',
  dueOn: '2011-11-20',
  resources: '2 人',
  acceptance: '延迟 < 5 %',
  stage: 'completed',
  plannedAt: '2011-11-11T00:00:00Z',
  committedAt: null,
  startedAt: null,
  completedAt: null,
  percent: 100,
  overdue: false,
  budget: { amountMinor: 1_000_000, currency: 'CNY' },
  spentMinor: 250_000,
  verification: {
    metricId: 'csat',
    segment: {},
    baseline: window,
    observation: window,
    target: { atLeast: 80 },
    smallestSample: 30,
  },
  verified: {
    result: {
      verdict: 'not-effective',
      baseline: metricValue('csat', 70, 100),
      observed: metricValue('csat', 71, 100),
      difference: 1,
      interval: { low: -11, high: 13 },
      confidencePercent: 95,
      test: 'newcombe',
      targetReached: false,
      reason: { zh: '目标未达成', en: 'The target was not reached' },
      policy: { policyId: 'improvement', version: 1 },
    },
    at: '2011-11-25T00:00:00Z',
  },
  regressed: null,
  announcement: null,
  announcedTo: 0,
  standards: [],
};

export const goal: GoalAsOf = {
  goalId: 'g-csat',
  title: { zh: 'CSAT 达到 85%', en: 'CSAT of 85 %' },
  metricId: 'csat',
  segment: {},
  owner: 'ada',
  baseline: 78,
  target: 85,
  startsAt: '2011-10-01T00:00:00Z',
  dueAt: '2012-03-31T16:00:00Z',
  standing: 'behind',
  measured: metricValue('csat', 79, 200),
  donePercent: 14.285714,
  expectedPercent: 33.3333333,
};

const printed = (name: string) => ({ name, header: ['x'], rows: [['y'], [null]] });

/** November 2011: seven cases where there were four, worse satisfaction, one problem with a measure that didn't help. */
export const exampleInputs: ReportInputs = {
  month,
  policy: { policyId: 'improvement', version: 1 },
  confidencePercent: 95,
  cases: {
    now: [
      { caseType: 'complaint', channel: 'phone', product: 'Lamp', cases: 4 },
      { caseType: 'complaint', channel: 'online', product: null, cases: 2 },
      { caseType: 'inquiry', channel: 'phone', product: 'Lamp', cases: 1 },
    ],
    before: [{ caseType: 'complaint', channel: 'phone', product: 'Lamp', cases: 4 }],
  },
  themed: {
    now: new Map([
      ['c-1', ['late', 'rude']],
      ['c-2', ['late']],
    ]),
    before: new Map([['c-0', ['rude']]]),
  },
  heard: { now: new Map([['i-1', ['rude']]]), before: new Map() },
  themes: {
    steps: [{ stepId: 'delivery', title: { zh: '交付', en: 'Delivery' } }],
    themes: [
      { themeId: 'late', title: { zh: '延迟', en: 'Late' }, step: 'delivery', anyOf: [] },
      { themeId: 'rude', title: { zh: '态度', en: 'Attitude' }, anyOf: [] },
    ],
  },
  metrics: { now: allMetrics(60, 400), before: allMetrics(80, 400) },
  byTier: [{ tier: 'A', values: { now: [metricValue('csat', 60, 400)], before: [metricValue('csat', 80, 400)] } }],
  trend: [
    { month: '2011-10', cases: 4, values: [metricValue('csat', 80, 400)] },
    { month: '2011-11', cases: 7, values: [metricValue('csat', 60, 400)] },
  ],
  dimensions: [{ dimension: 'attitude', n: 12, mean: 4.25 }],
  problems: [problem],
  measures: [measure],
  goals: [goal],
  problemCases: [
    { problemId: 'p-late', complaintId: 'c-1', customerId: 'k-1', at: '2011-11-05T00:00:00Z' },
    { problemId: 'p-late', complaintId: 'c-2', customerId: 'k-2', at: '2011-11-06T00:00:00Z' },
  ],
  mostCases: 500,
  records: {
    total: 3,
    records: [
      {
        recordId: 's-1',
        customerId: 'k-1',
        contact: '李',
        servedAt: '2011-11-30T15:30:00Z',
        serviceType: 'complaint',
        problem: '"late" & <lost>',
        result: '已补发',
        servedBy: 'ada',
        satisfaction: 4,
        remark: null,
      },
    ],
  },
  names: new Map([['k-1', '宏达 <script>alert(1)</script>']]),
  serviceLevels: { zh: printed('服务标准'), en: printed('Service levels') },
  classification: { zh: printed('客户分类'), en: printed('Classification') },
};
