import type { LifecycleStage, Names, RiskBand } from '@tenure/shared-contract';

export const STAGE_NAMES: Names<LifecycleStage | 'none'> = {
  none: { zh: '（新）', en: '(new)' },
  activation: { zh: '新客户激活', en: 'Activation' },
  maintenance: { zh: '成熟客户维护', en: 'Maintenance' },
  'churn-warning': { zh: '流失预警', en: 'Churn warning' },
  'won-back': { zh: '已赢回', en: 'Won back' },
  churned: { zh: '已流失', en: 'Churned' },
};

export const BAND_NAMES: Names<RiskBand> = {
  low: { zh: '低', en: 'Low' },
  medium: { zh: '中', en: 'Medium' },
  high: { zh: '高', en: 'High' },
};
