import type { Names } from './language.terms';

/** 咨询, 投诉, 服务: what a customer wants of a case. */
export const CASE_TYPES = ['inquiry', 'complaint', 'service'] as const;
export type CaseType = (typeof CASE_TYPES)[number];

export const CASE_TYPE_NAMES: Names<CaseType> = {
  inquiry: { zh: '咨询', en: 'Inquiry' },
  complaint: { zh: '投诉', en: 'Complaint' },
  service: { zh: '服务', en: 'Service' },
};

export const URGENCIES = ['urgent', 'normal'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const COMPLEXITIES = ['routine', 'complex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** What may stop the clocks of a case that say so. */
export const PAUSE_REASON_KINDS = ['waiting-on-customer', 'waiting-on-third-party', 'agreed-pause'] as const;
export type PauseReasonKind = (typeof PAUSE_REASON_KINDS)[number];
