import type { ClockState } from '@tenure/service-standard-core';
import type { CaseType, Complexity, Urgency } from '@tenure/shared-contract';

export type Language = 'zh' | 'en';
type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>;

export const inLanguage = (language: Language, zh: string, en: string): string => ({ zh, en })[language];

export const CASE_TYPE_NAMES: Words<CaseType> = {
  inquiry: { zh: '咨询', en: 'Inquiry' },
  complaint: { zh: '投诉', en: 'Complaint' },
  service: { zh: '服务', en: 'Service' },
};

export const URGENCY_NAMES: Words<Urgency> = {
  urgent: { zh: '紧急', en: 'Urgent' },
  normal: { zh: '非紧急', en: 'Not urgent' },
};

export const COMPLEXITY_NAMES: Words<Complexity> = {
  routine: { zh: '常规', en: 'Routine' },
  complex: { zh: '复杂', en: 'Complex' },
};

export const CLOCK_STATE_NAMES: Words<ClockState> = {
  breached: { zh: '已超时', en: 'Breached' },
  warning: { zh: '临期', en: 'Warning' },
  running: { zh: '计时中', en: 'Running' },
  paused: { zh: '已暂停', en: 'Paused' },
  met: { zh: '已完成', en: 'Met' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};
