import type { NoticeTemplate } from '../template.type';

export const remedyApproved: NoticeTemplate = {
  subject: {
    zh: '已批准：工单 {caseId} 的补偿 {amount}',
    en: 'Approved: {amount} for case {caseId}',
  },
  body: {
    zh: '{by:person} 于 {decidedAt:instant} 批准了您为工单 {caseId} 申请的补偿 {amount}。申请编号：{remedyId}。',
    en: '{by:person} approved at {decidedAt:instant} the {amount} that you asked for case {caseId}. Request: {remedyId}.',
  },
};
