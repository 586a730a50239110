import type { MetricDefinition } from './metric.definition';

const OF_ANSWERS = ['tiers', 'product', 'themeId', 'surveyId', 'label'] as const;
/** Whoever has not answered has said nothing that could have a theme. */
const OF_INVITATIONS = ['tiers', 'product', 'surveyId', 'label'] as const;

export const SURVEY_METRICS = {
  csat: {
    title: { zh: '客户满意度 (CSAT)', en: 'Customer satisfaction (CSAT)' },
    definition: {
      zh: '统计期内回收的 1–5 分满意度评分中 4–5 分的比例。',
      en: 'Share of 4 and 5 among the satisfaction scores of 1 to 5 that were answered in the window.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'answers',
    spread: 'share',
    segments: OF_ANSWERS,
  },
  nps: {
    title: { zh: '净推荐值 (NPS)', en: 'Net promoter score (NPS)' },
    definition: {
      zh: '统计期内回收的 0–10 分推荐意愿中，9–10 分的比例减去 0–6 分的比例。',
      en: 'Share of 9 and 10 less that of 0 to 6 among the answers of 0 to 10 given in the window.',
    },
    unit: 'points',
    better: 'higher',
    of: 'answers',
    spread: 'mean',
    segments: OF_ANSWERS,
    source: 'F. F. Reichheld, The One Number You Need to Grow, Harvard Business Review 81 (12), 2003',
  },
  ces: {
    title: { zh: '客户费力度 (CES 2.0)', en: 'Customer effort score (CES 2.0)' },
    definition: {
      zh: '统计期内回收的 1–7 分「很容易就解决了问题」中 5–7 分的比例。',
      en: 'Share of 5 to 7 among the answers of 1 to 7 to “made it easy to handle my issue” given in the window.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'answers',
    spread: 'share',
    segments: OF_ANSWERS,
    source: 'CES 2.0: M. Dixon, N. Toman, R. DeLisi, The Effortless Experience, 2013',
  },
  'survey-response-rate': {
    title: { zh: '问卷回收率', en: 'Survey response rate' },
    definition: {
      zh: '统计期内发出的问卷邀请中已回答的比例。',
      en: 'Share of the invitations of the window that were answered.',
    },
    unit: 'percent',
    better: 'higher',
    of: 'invitations',
    spread: 'share',
    segments: OF_INVITATIONS,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;
