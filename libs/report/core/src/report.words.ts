import type { GoalStanding } from '@tenure/improvement-contract';
import type { MetricDefinition } from '@tenure/metric-contract';
import type { SatisfactionDimension } from '@tenure/policy-contract';
import type { ContactChannel, Names, Text } from '@tenure/shared-contract';
import type { Direction } from './metric.change';

/** Of a code as it stands in the model, which may be one that has no name here. */
export const nameIn = (names: Readonly<Partial<Record<string, Text>>>, code: string): Text =>
  names[code] ?? { zh: code, en: code };

export const DIRECTION_NAMES: Names<Direction> = {
  better: { zh: '改善', en: 'better' },
  worse: { zh: '变差', en: 'worse' },
  unclear: { zh: '无显著变化', en: 'no change beyond chance' },
  'no-data': { zh: '无数据', en: 'no data' },
};

export const UNIT_NAMES: Names<MetricDefinition['unit']> = {
  hours: { zh: '小时', en: 'hours' },
  percent: { zh: '%', en: '%' },
  points: { zh: '分', en: 'points' },
  'per-100-customers': { zh: '每百名客户', en: 'per 100 customers' },
};

export const CHANNEL_NAMES: Names<ContactChannel> = {
  phone: { zh: '电话', en: 'Telephone' },
  email: { zh: '邮件', en: 'E-mail' },
  visit: { zh: '拜访', en: 'Visit' },
  online: { zh: '在线', en: 'Online' },
  portal: { zh: '门户', en: 'Portal' },
  'social-media': { zh: '社交媒体', en: 'Social media' },
  letter: { zh: '信件', en: 'Letter' },
  fax: { zh: '传真', en: 'Fax' },
  referral: { zh: '转介', en: 'Referral' },
  other: { zh: '其他', en: 'Other' },
};

export const DIMENSION_NAMES: Names<SatisfactionDimension> = {
  responsiveness: { zh: '响应及时性', en: 'Responsiveness' },
  resolution: { zh: '问题解决效率', en: 'Resolution' },
  attitude: { zh: '服务态度', en: 'Attitude' },
};

export const STANDING_NAMES: Names<GoalStanding> = {
  'on-track': { zh: '按计划', en: 'On track' },
  behind: { zh: '落后', en: 'Behind' },
  reached: { zh: '已达成', en: 'Reached' },
  missed: { zh: '未达成', en: 'Missed' },
  'no-data': { zh: '无数据', en: 'No data' },
  'given-up': { zh: '已放弃', en: 'Given up' },
};
