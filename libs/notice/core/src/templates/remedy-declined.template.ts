import type { NoticeTemplate } from '../template.type';

export const remedyDeclined: NoticeTemplate = {
  subject: {
    zh: '未批准：工单 {caseId} 的补偿申请',
    en: 'Declined: the remedy asked for case {caseId}',
  },
  body: {
    zh: '{by:person} 于 {decidedAt:instant} 未批准您为工单 {caseId} 提出的补偿申请：{why}\n申请编号：{remedyId}。',
    en: '{by:person} declined at {decidedAt:instant} the remedy that you asked for case {caseId}: {why}\nRequest: {remedyId}.',
  },
};
