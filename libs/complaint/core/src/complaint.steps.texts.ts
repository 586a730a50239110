export type StepName = 'inquiry' | 'acceptance' | 'resolution' | 'feedback' | 'follow-up';

/** `left-out`: a later step was done, or the case closed, without it; it may still be done. */
export type StepState = 'done' | 'in-progress' | 'on-hold' | 'to-come' | 'left-out';

export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const STEP_TEXTS: Readonly<Record<StepName, Text>> = {
  inquiry: { zh: '咨询', en: 'Inquiry received' },
  acceptance: { zh: '受理', en: 'Accepted' },
  resolution: { zh: '解决', en: 'Resolved' },
  feedback: { zh: '反馈', en: 'Result told' },
  'follow-up': { zh: '跟进', en: 'Followed up' },
};

export const STATE_TEXTS: Readonly<Record<StepState, Text>> = {
  done: { zh: '已完成', en: 'done' },
  'in-progress': { zh: '进行中', en: 'in progress' },
  'on-hold': { zh: '暂停', en: 'on hold' },
  'to-come': { zh: '待进行', en: 'to come' },
  'left-out': { zh: '未进行', en: 'left out' },
};
