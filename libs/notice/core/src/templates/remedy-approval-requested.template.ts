import type { NoticeTemplate } from '../template.type';

export const remedyApprovalRequested: NoticeTemplate = {
  subject: {
    zh: '请审批：工单 {caseId} 的补偿 {amount}',
    en: 'For your approval: {amount} for case {caseId}',
  },
  body: {
    zh: '{person:person} 于 {requestedAt:instant} 为工单 {caseId} 申请补偿 {amount}（事由：{reason}；标准补偿：{standard}）。\n需要审批的原因：{because:word}。申请编号：{remedyId}。',
    en: '{person:person} asked at {requestedAt:instant} for {amount} for case {caseId} (reason: {reason}; standard compensation: {standard}).\nIt needs approval because {because:word}. Request: {remedyId}.',
  },
};
