import type { ClockState } from '@tenure/service-standard-core';
import type { Complexity, Language, Names, Urgency } from '@tenure/shared-contract';

export const inLanguage = (language: Language, zh: string, en: string): string => ({ zh, en })[language];

export const URGENCY_NAMES: Names<Urgency> = {
  urgent: { zh: '紧急', en: 'Urgent' },
  normal: { zh: '非紧急', en: 'Not urgent' },
};

export const COMPLEXITY_NAMES: Names<Complexity> = {
  routine: { zh: '常规', en: 'Routine' },
  complex: { zh: '复杂', en: 'Complex' },
};

export const CLOCK_STATE_NAMES: Names<ClockState> = {
  breached: { zh: '已超时', en: 'Breached' },
  warning: { zh: '临期', en: 'Warning' },
  running: { zh: '计时中', en: 'Running' },
  paused: { zh: '已暂停', en: 'Paused' },
  met: { zh: '已完成', en: 'Met' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};
