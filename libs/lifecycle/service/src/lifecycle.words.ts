import type { LifecycleStage, RiskBand } from '@tenure/shared-contract';

export type Language = 'zh' | 'en';
export type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>;

export const STAGE_NAMES: Words<LifecycleStage | 'none'> = {
  none: { zh: '（新）', en: '(new)' },
  activation: { zh: '新客户激活', en: 'Activation' },
  maintenance: { zh: '成熟客户维护', en: 'Maintenance' },
  'churn-warning': { zh: '流失预警', en: 'Churn warning' },
  'won-back': { zh: '已赢回', en: 'Won back' },
  churned: { zh: '已流失', en: 'Churned' },
};

export const BAND_NAMES: Words<RiskBand> = {
  low: { zh: '低', en: 'Low' },
  medium: { zh: '中', en: 'Medium' },
  high: { zh: '高', en: 'High' },
};
