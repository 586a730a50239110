import type { NoticeTemplate } from '../template.type';

export const clockEscalated: NoticeTemplate = {
  subject: {
    zh: '升级（第 {step} 级）：工单 {caseId} 的{clock:word}已超时',
    en: 'Escalation, step {step}: {clock:word} of case {caseId} is overdue',
  },
  body: {
    zh: '工单 {caseId} 的{clock:word}应于 {dueAt:instant} 前完成，至今未完成，现升级至第 {step} 级。\n负责人：{owner:person}。',
    en: 'The {clock:word} of case {caseId} was due at {dueAt:instant} and is still open; this is step {step} of its escalation.\nOwner: {owner:person}.',
  },
};
