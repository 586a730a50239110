import type { RecordReviewPolicy } from '../record-review.decider';

const text = (zh: string, en: string) => ({ zh, en });

/** A fifth of each tier, at least one, scored 1 to 5. */
export const recordReviewPolicy: RecordReviewPolicy = {
  policyId: 'record-review',
  kind: 'record-review',
  version: 2,
  effectiveFrom: '2020-01-01T00:00:00+08:00',
  title: text('服务记录抽查', 'Review of service records'),
  by: 'li',
  publishedAt: '2020-01-01T00:00:00+08:00',
  content: {
    timeZone: 'Asia/Shanghai',
    percent: 20,
    atLeastPerTier: 1,
    dimensions: [
      { dimension: 'timeliness', label: text('及时性', 'Timeliness') },
      { dimension: 'resolution', label: text('解决率', 'Resolution') },
    ],
    scores: { lowest: 1, highest: 5 },
  },
};
