/** 新客户激活, 成熟客户维护, 流失预警, 已赢回, 已流失 (R15). */
export const LIFECYCLE_STAGES = ['activation', 'maintenance', 'churn-warning', 'won-back', 'churned'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** 低, 中, 高: how likely it is that a customer leaves. */
export const RISK_BANDS = ['low', 'medium', 'high'] as const;
export type RiskBand = (typeof RISK_BANDS)[number];

/** 有续约意向, 未定, 无续约意向. */
export const RENEWAL_INTENTIONS = ['likely', 'unsure', 'unlikely'] as const;
export type RenewalIntention = (typeof RENEWAL_INTENTIONS)[number];
