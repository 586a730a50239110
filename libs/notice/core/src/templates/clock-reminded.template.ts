import type { NoticeTemplate } from '../template.type';

export const clockReminded: NoticeTemplate = {
  subject: {
    zh: '提醒：工单 {caseId} 的{clock:word}时限将于 {dueAt:instant} 到期',
    en: 'Reminder: {clock:word} of case {caseId} is due at {dueAt:instant}',
  },
  body: {
    zh: '工单 {caseId} 的{clock:word}时限已用 {percent}%，将于 {dueAt:instant} 到期。\n负责人：{owner:person}。',
    en: 'Of the time for {clock:word} of case {caseId}, {percent} % is used; it is due at {dueAt:instant}.\nOwner: {owner:person}.',
  },
};
