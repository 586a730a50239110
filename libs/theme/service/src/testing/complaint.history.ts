import type { DomainEvent } from '@tenure/kernel';
import type { ImprovementContent, PolicyBook, ThemesContent } from '@tenure/policy-contract';

export const title = { zh: '', en: '' };
const themes: ThemesContent = {
  steps: [{ stepId: 'delivery', title: { zh: '交付', en: 'Delivery' } }],
  themes: [
    { themeId: 'late', title: { zh: '交付延迟', en: 'Late delivery' }, step: 'delivery', anyOf: [{ all: ['late'] }] },
    { themeId: 'rude', title: { zh: '态度', en: 'Attitude' }, anyOf: [{ all: ['rude'] }, { all: ['态度'] }] },
  ],
};
const improvement = (against: 'time' | 'all-complaints'): ImprovementContent => ({
  timeZone: 'Asia/Shanghai',
  detection: {
    groups: ['theme', 'product', 'step'],
    windowDays: 7,
    baselineDays: 56,
    against,
    leastCases: 5,
    leastRisePercent: 50,
    falseAlarmsPerYear: 5,
  },
  priority: {
    windowDays: 90,
    tierWeights: [],
    highImpact: { weightedCustomers: 10, cases: 10 },
    hardFromPersonDays: 10,
  },
  measures: { progressEveryDays: 7, overdue: [] },
  verification: { confidencePercent: 95, regression: { everyDays: 30, times: 1 } },
});
const policy = (kind: string, content: object): object => ({
  policyId: kind,
  kind,
  version: 1,
  effectiveFrom: '2000-01-01T00:00:00+08:00',
  title,
  content,
  by: 'anna',
  publishedAt: '2000-01-01T00:00:00+08:00',
});
const FIRST = Date.parse('2024-01-01T00:00:00+08:00');
const DAY_MS = 86_400_000;
export const on = (day: number, hour = 9): string => new Date(FIRST + day * DAY_MS + hour * 3_600_000).toISOString();
export const NOW = on(150);

let number = 0;
/** Complaints are `c-1`, `c-2` … from here on. */
export const countAnew = (): void => void (number = 0);
export const complaint = (day: number, subject: string, product?: string, hour = 9): DomainEvent => {
  number++;
  const data = { complaintId: `c-${number}`, customerId: `k-${number % 7}`, channel: 'email', subject, owner: 'bo' };
  return { type: 'ComplaintOpened', data: { ...data, ...(product && { product }), openedAt: on(day, hour) } };
};
/** Two a day, of which every third day one is late; and many that are from a day on. */
export const history = (risesOn: number, days: number): DomainEvent[] =>
  Array.from({ length: days }, (_day, day) => [
    complaint(day, day % 3 === 0 ? 'It was late' : 'The price', 'shoes'),
    complaint(day, 'Somebody was rude', 'hats', 10),
    ...(day >= risesOn ? [1, 2, 3, 4].map((hour) => complaint(day, 'Late again', undefined, 11 + hour)) : []),
  ]).flat();
export const load = (type: 'HistoryLoadStarted' | 'HistoryLoadFinished'): DomainEvent => ({
  type,
  data: { loadId: 'l-1' },
});

/** Days are judged by shares or by numbers. */
export const policiesWith = (against: () => 'time' | 'all-complaints'): PolicyBook =>
  ({
    versions: async (kind: string) => [policy(kind, kind === 'themes' ? themes : improvement(against()))],
  }) as unknown as PolicyBook;
