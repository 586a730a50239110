/** A moment of March 2024. */
export const march = (day: number, hour = 10): string => `2024-03-${String(day).padStart(2, '0')}T${hour}:00:00+08:00`;

export const bought = {
  purchaseId: 'b-1',
  customerId: 'k-1',
  lines: [{ sku: '85123A', description: 'Light holder', quantity: 1, unitPrice: '2.55' }],
  total: { amountMinor: 255, currency: 'GBP' },
  occurredAt: march(2),
};
export const record = (recordId: string, occurredAt: string) => ({
  recordId,
  customerId: 'k-1',
  serviceType: 'return-visit',
  contact: '王工',
  problem: '询问 <保修>',
  result: '=1+1',
  servedBy: 'anna',
  responsible: 'li',
  occurredAt,
});
export const problem = (problemId: string, occurredAt: string) => ({
  problemId,
  title: { zh: `问题 ${problemId}`, en: `Problem ${problemId}` },
  scope: { themeId: 'late-delivery' },
  since: '2024-03-01T00:00:00+08:00',
  by: 'ada',
  occurredAt,
});

export const why = {
  whyId: 'w-1',
  answer: '无人值守',
  category: 'people',
  root: true,
  evidence: [],
  by: 'ada',
  occurredAt: march(20),
};
export const measure = {
  measureId: 'm-1',
  problemId: 'late',
  content: '增加值守',
  causes: ['w-1'],
  owner: 'ben',
  startsOn: '2024-03-22',
  dueOn: '2024-03-29',
  resources: '2 人',
  acceptance: '首次响应少于 2 小时',
  verification: {
    metricId: 'first-response-hours',
    segment: {},
    baseline: { from: '2024-03-01T00:00:00+08:00', until: '2024-03-22T00:00:00+08:00' },
    observation: { from: '2024-03-22T00:00:00+08:00', until: '2024-04-12T00:00:00+08:00' },
    target: { atMost: 2 },
    smallestSample: 30,
  },
  by: 'ada',
  occurredAt: march(21),
};
export const goal = {
  goalId: 'g-1',
  title: { zh: '响应减半', en: 'Half the response time' },
  metricId: 'first-response-hours',
  segment: {},
  baseline: 14,
  target: 6,
  windowDays: 31,
  startsAt: '2024-03-01T00:00:00+08:00',
  dueAt: '2024-06-01T00:00:00+08:00',
  owner: 'ada',
  problems: ['late'],
  by: 'ada',
  occurredAt: march(1),
};
