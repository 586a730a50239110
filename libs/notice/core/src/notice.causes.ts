import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { ContactPlanEvent } from '@tenure/contact-plan-contract';
import type { SurveyEvent } from '@tenure/feedback-contract';
import type { MeasureEvent } from '@tenure/improvement-contract';
import type { JourneyEvent } from '@tenure/journey-contract';
import { moneyText, type DomainEvent } from '@tenure/kernel';
import type { PolicyEvent } from '@tenure/policy-contract';
import type { RemedyEvent } from '@tenure/remedy-contract';
import type { CaseClockEvent } from '@tenure/service-standard-contract';
import { alarmOf } from './clock.alarms';
import { stepTold } from './journey.steps';
import { measureAnnounced, measureOverdueTold } from './measure.notices';
import { person, type NoticePlan } from './notice.plan';
import { surveyAsked } from './survey.asking';

/** Events that somebody is told of. */
export const NOTICE_CAUSES = [
  'ClockReminded',
  'ClockEscalated',
  'ComplaintHandOverOffered',
  'InternalHelpRequested',
  'RemedyApprovalRequested',
  'RemedyApproved',
  'RemedyDeclined',
  'ContactMissed',
  'PolicyPublished',
  'JourneyStepTaken',
  'SurveyInvited',
  'MeasureOverdue',
  'MeasureAnnounced',
] as const;

type AnyCause =
  | ContactPlanEvent
  | CaseClockEvent
  | ComplaintEvent
  | RemedyEvent
  | PolicyEvent
  | JourneyEvent
  | SurveyEvent
  | MeasureEvent;
export type NoticeCause = Extract<AnyCause, { type: (typeof NOTICE_CAUSES)[number] }>;
type Of<Type extends NoticeCause['type']> = Extract<NoticeCause, { type: Type }>['data'];

export const isNoticeCause = <Event extends DomainEvent>(event: Event): event is Event & NoticeCause =>
  TYPES.has(event.type);
const TYPES: ReadonlySet<string> = new Set(NOTICE_CAUSES);

/** What to tell, and whom; undefined where the event is one that alarms nobody. */
export function noticeOf(cause: NoticeCause): NoticePlan | undefined {
  const { type, data } = cause;
  switch (type) {
    case 'ClockReminded':
    case 'ClockEscalated':
      return alarmOf(cause);
    case 'ComplaintHandOverOffered':
      return handOverOffered(data);
    case 'InternalHelpRequested':
      return helpRequested(data);
    case 'RemedyApprovalRequested':
      return approvalRequested(data);
    case 'RemedyApproved':
      return approved(data);
    case 'RemedyDeclined':
      return declined(data);
    case 'ContactMissed':
      return contactMissed(data);
    case 'PolicyPublished':
      return published(data);
    case 'JourneyStepTaken':
      return stepTold(data);
    case 'SurveyInvited':
      return surveyAsked(data);
    case 'MeasureOverdue':
      return measureOverdueTold(data);
    case 'MeasureAnnounced':
      return measureAnnounced(data);
  }
}

const handOverOffered = ({ complaintId, from, to, offeredAt }: Of<'ComplaintHandOverOffered'>): NoticePlan => ({
  template: 'complaint-hand-over-offered',
  parameters: { caseId: complaintId, from, offeredAt },
  addressees: [person(to)],
  caseId: complaintId,
});

const helpRequested = (data: Of<'InternalHelpRequested'>): NoticePlan => {
  const { complaintId, helpId, from, by, question, requestedAt } = data;
  return {
    template: 'internal-help-requested',
    parameters: { caseId: complaintId, helpId, by, question, requestedAt },
    addressees: [person(from)],
    caseId: complaintId,
  };
};

const approvalRequested = (data: Of<'RemedyApprovalRequested'>): NoticePlan => {
  const { remedyId, complaintId, personId, reason, amount, standardMinor, because, policy, requestedAt } = data;
  const { amountMinor, currency } = amount;
  const money = { amount: moneyText(amountMinor, currency), standard: moneyText(standardMinor, currency) };
  return {
    template: 'remedy-approval-requested',
    parameters: { remedyId, caseId: complaintId, person: personId, reason, because, requestedAt, ...money },
    addressees: [{ kind: 'approvers', ...policy }],
    caseId: complaintId,
  };
};

const approved = ({ remedyId, complaintId, personId, amount, by, approvedAt }: Of<'RemedyApproved'>): NoticePlan => ({
  template: 'remedy-approved',
  parameters: {
    remedyId,
    caseId: complaintId,
    by,
    decidedAt: approvedAt,
    amount: moneyText(amount.amountMinor, amount.currency),
  },
  addressees: [person(personId)],
  caseId: complaintId,
});

const declined = ({ remedyId, complaintId, personId, by, why, declinedAt }: Of<'RemedyDeclined'>): NoticePlan => ({
  template: 'remedy-declined',
  parameters: { remedyId, caseId: complaintId, by, why, decidedAt: declinedAt },
  addressees: [person(personId)],
  caseId: complaintId,
});

const contactMissed = ({ customerId, kind, tier, dueBy }: Of<'ContactMissed'>): NoticePlan => ({
  template: 'contact-missed',
  parameters: { customerId, tier, contact: kind, dueAt: dueBy },
  addressees: [{ kind: 'first-escalation' }],
});

/** The author of what the platform comes with, which is news to nobody. */
const PLATFORM = 'tenure';

function published(data: Of<'PolicyPublished'>): NoticePlan | undefined {
  const { policyId, kind, version, title, by, effectiveFrom } = data;
  if (by === PLATFORM) return undefined;
  return {
    template: 'policy-published',
    parameters: { policyId, kind, version: `${version}`, title, by, effectiveFrom },
    addressees: [{ kind: 'everybody', except: by }],
  };
}
