import { clockEscalated } from './templates/clock-escalated.template';
import { clockReminded } from './templates/clock-reminded.template';
import { complaintHandOverOffered } from './templates/complaint-hand-over-offered.template';
import { contactMissed } from './templates/contact-missed.template';
import { internalHelpRequested } from './templates/internal-help-requested.template';
import { journeyMessage } from './templates/journey-message.template';
import { journeyTask } from './templates/journey-task.template';
import { measureAnnouncement } from './templates/measure-announcement.template';
import { measureOverdue, measureProgressMissing } from './templates/measure-overdue.template';
import { policyPublished } from './templates/policy-published.template';
import { remedyApprovalRequested } from './templates/remedy-approval-requested.template';
import { remedyApproved } from './templates/remedy-approved.template';
import { remedyDeclined } from './templates/remedy-declined.template';
import { surveyInvitation, surveyMessage } from './templates/survey-invitation.template';
import type { NoticeTemplate } from './template.type';

export const noticeTemplates = {
  'clock-reminded': clockReminded,
  'clock-escalated': clockEscalated,
  'complaint-hand-over-offered': complaintHandOverOffered,
  'internal-help-requested': internalHelpRequested,
  'remedy-approval-requested': remedyApprovalRequested,
  'remedy-approved': remedyApproved,
  'remedy-declined': remedyDeclined,
  'contact-missed': contactMissed,
  'policy-published': policyPublished,
  'journey-message': journeyMessage,
  'journey-task': journeyTask,
  'survey-invitation': surveyInvitation,
  'survey-message': surveyMessage,
  'measure-overdue': measureOverdue,
  'measure-progress-missing': measureProgressMissing,
  'measure-announcement': measureAnnouncement,
} as const satisfies Readonly<Record<string, NoticeTemplate>>;

export type TemplateName = keyof typeof noticeTemplates;
