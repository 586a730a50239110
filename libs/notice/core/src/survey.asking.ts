import type { SurveyInvited } from '@tenure/feedback-contract';
import type { NoticePlan } from './notice.plan';

/** How a customer is asked by a survey; undefined where the platform was not to write. The link is made when it is sent. */
export function surveyAsked({
  invitationId,
  customerId,
  send,
  message,
  endsAt,
}: SurveyInvited): NoticePlan | undefined {
  if (!send) return undefined;
  const told = {
    addressees: [{ kind: 'customer', customerId }],
    channels: ['email'],
    purpose: 'service',
  } as const;
  const about = { invitation: invitationId, endsAt };
  if (!message) return { template: 'survey-invitation', parameters: about, ...told };
  return { template: 'survey-message', parameters: { ...message, ...about }, ...told };
}
