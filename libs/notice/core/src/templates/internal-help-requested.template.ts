import type { NoticeTemplate } from '../template.type';

export const internalHelpRequested: NoticeTemplate = {
  subject: {
    zh: '{by:person} 就工单 {caseId} 请您协助',
    en: '{by:person} asks for your help with case {caseId}',
  },
  body: {
    zh: '{by:person} 于 {requestedAt:instant} 就工单 {caseId} 请您协助（编号 {helpId}）：\n\n{question}',
    en: '{by:person} asked at {requestedAt:instant} for your help with case {caseId} (request {helpId}):\n\n{question}',
  },
};
