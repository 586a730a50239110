import type { NoticeTemplate } from '../template.type';

export const complaintHandOverOffered: NoticeTemplate = {
  subject: {
    zh: '{from:person} 请您接手工单 {caseId}',
    en: '{from:person} asks you to take over case {caseId}',
  },
  body: {
    zh: '{from:person} 于 {offeredAt:instant} 请您接手工单 {caseId}。\n在您受理之前，工单仍由 {from:person} 负责；请受理或谢绝。',
    en: '{from:person} asked you at {offeredAt:instant} to take over case {caseId}.\nUntil you accept it, the case stays with {from:person}; please accept or decline.',
  },
};
