import type { MetricDefinition } from './metric.definition';

const OF_CUSTOMERS = ['tiers'] as const;

export const CUSTOMER_METRICS = {
  'churn-rate': {
    title: { zh: '客户流失率', en: 'Churn rate' },
    definition: {
      zh: '统计期初在册且未流失的客户中，统计期内进入流失阶段的比例；等级按期初计。',
      en: 'Share of the customers who were there and not lost when the window began that were lost within it; tiers are those of its beginning.',
    },
    unit: 'percent',
    better: 'lower',
    of: 'customers',
    spread: 'share',
    overTime: true,
    segments: OF_CUSTOMERS,
  },
  'repurchase-rate': {
    title: { zh: '复购率', en: 'Repurchase rate' },
    definition: {
      zh: '统计期内购买过的客户中，至少在两天购买过的比例；等级按期末计。',
      en: 'Share of the customers who bought in the window that bought on two days of it at least; tiers are those of its end.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'customers',
    spread: 'share',
    overTime: true,
    segments: OF_CUSTOMERS,
  },
  'referral-share': {
    title: { zh: '转介绍占比', en: 'Referral share' },
    definition: {
      zh: '统计期内新客户中由老客户推荐而来的比例；等级按期末计。',
      en: 'Share of the customers registered in the window that another customer referred; tiers are those of its end.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'customers',
    spread: 'share',
    segments: OF_CUSTOMERS,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;
