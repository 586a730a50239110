import type { MetricDefinition } from './metric.definition';

const OF_CASES = ['tiers', 'product', 'themeId', 'caseTypes'] as const;

export const CASE_METRICS = {
  'first-response-hours': {
    title: { zh: '首次响应时间', en: 'First response time' },
    definition: {
      zh: '统计期内创建的个案，从创建到首次人工公开回复的平均小时数；尚未回复的不计入。',
      en: 'Mean hours from the creation of a case to its first public reply by a person, of the cases opened in the window that have one.',
    },
    unit: 'hours',
    better: 'lower',
    of: 'cases',
    spread: 'mean',
    segments: OF_CASES,
  },
  'resolution-hours': {
    title: { zh: '解决时间', en: 'Resolution time' },
    definition: {
      zh: '统计期内创建且已解决的个案，从创建到最后一次解决的平均小时数。',
      en: 'Mean hours from the creation of a case to its last resolution, of the cases opened in the window that are resolved.',
    },
    unit: 'hours',
    better: 'lower',
    of: 'cases',
    spread: 'mean',
    segments: OF_CASES,
  },
  'resolution-rate': {
    title: { zh: '解决率', en: 'Resolution rate' },
    definition: {
      zh: '统计期内创建的个案中已解决且未重新打开的比例；重复个案不计入。',
      en: 'Share of the cases opened in the window that are resolved and not reopened since; duplicates are left out.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'cases',
    spread: 'share',
    segments: OF_CASES,
  },
  'first-contact-resolution': {
    title: { zh: '一次解决率', en: 'First contact resolution' },
    definition: {
      zh: '统计期内创建且已解决的个案中，未重新打开、未转手、最多回复一次的比例。',
      en: 'Share of the resolved cases opened in the window that were never reopened or handed over and took one reply at most.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'cases',
    spread: 'share',
    segments: OF_CASES,
  },
  'response-attainment': {
    title: { zh: '响应达标率', en: 'Response attainment' },
    definition: {
      zh: '统计期内开始的首次响应时钟中按时完成的比例；已超时未完成的计为未达标，未到期的不计入。',
      en: 'Share of the first-response clocks started in the window that were met in time; one past its limit counts as breached, one still running does not count.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'clocks',
    spread: 'share',
    segments: OF_CASES,
  },
  'resolution-attainment': {
    title: { zh: '解决达标率', en: 'Resolution attainment' },
    definition: {
      zh: '统计期内开始的解决时钟中按时完成的比例；已超时未完成的计为未达标，未到期的不计入。',
      en: 'Share of the resolution clocks started in the window that were met in time; one past its limit counts as breached, one still running does not count.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'clocks',
    spread: 'share',
    segments: OF_CASES,
  },
  'dispute-rate': {
    title: { zh: '争议率', en: 'Dispute rate' },
    definition: {
      zh: '统计期内创建且已结案、已知客户是否有异议的个案中，有异议的比例。',
      en: 'Share of disputed ones among the cases opened in the window that are closed and of which it is known whether the customer disputes the resolution.',
    },
    unit: 'percent',
    better: 'lower',
    of: 'cases',
    spread: 'share',
    segments: OF_CASES,
  },
  'complaint-rate': {
    title: { zh: '投诉率', en: 'Complaint rate' },
    definition: {
      zh: '统计期末每 100 名客户在统计期内提出的投诉数；未指明个案类型时只计投诉。',
      en: 'Complaints opened in the window by each 100 customers who were there at its end; complaints alone, unless types of cases are named.',
    },
    unit: 'per-100-customers',
    better: 'lower',
    of: 'customers',
    spread: 'mean',
    overTime: true,
    segments: OF_CASES,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;
