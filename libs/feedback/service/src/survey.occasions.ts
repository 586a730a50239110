import type { ProcessBatch } from '@tenure/automation-runtime';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { SurveyEvent, SurveyInvited } from '@tenure/feedback-contract';
import type { JourneyEvent } from '@tenure/journey-contract';
import { instant, isNews, type DomainEvent, type NewsFrame, type Recorded } from '@tenure/kernel';
import type { DueSurvey } from './due.surveys';
import { invitationIdOf, invitationOf } from './invitation.identity';
import type { LiveSurveys } from './live.surveys';

/** Types of events that it acts on. */
export const SURVEY_HANDLES: readonly string[] = [
  'PolicyPublished',
  'SurveyInvited',
  'ComplaintResolved',
  'ComplaintReopened',
  'ComplaintLinkedAsDuplicate',
  'JourneyStepTaken',
];

export interface Occasions {
  readonly due: readonly DueSurvey[];
  /** Invitations that were made, or are not to be made any more. */
  readonly over: readonly string[];
  readonly invited: readonly SurveyInvited[];
}

const HOUR_MS = 3_600_000;

/** Whom events give reason to ask; of what is history nobody is asked. `now` is ISO 8601. */
export function occasionsIn({ events, openLoads }: ProcessBatch, surveys: LiveSurveys, now: string): Occasions {
  const frame = { openLoads: new Set(openLoads), now };
  const waiting = new Map<string, DueSurvey>();
  const over = new Set<string>();
  const invited: SurveyInvited[] = [];
  for (const event of events) {
    for (const due of dueAfter(event, surveys, frame)) {
      waiting.set(due.invitationId, due);
      over.delete(due.invitationId);
    }
    for (const invitationId of endedBy(event, surveys)) {
      waiting.delete(invitationId);
      over.add(invitationId);
    }
    if (isOf<SurveyEvent, 'SurveyInvited'>(event, 'SurveyInvited')) invited.push(event.data);
  }
  return { due: [...waiting.values()], over: [...over], invited };
}

function dueAfter(event: Recorded<DomainEvent>, surveys: LiveSurveys, frame: NewsFrame): readonly DueSurvey[] {
  if (!isNews(event, frame)) return [];
  const { id: causeEventId, metadata } = event;
  const cause = { causeEventId, correlationId: metadata.correlationId };
  if (isOf<ComplaintEvent, 'ComplaintResolved'>(event, 'ComplaintResolved')) {
    const { complaintId, customerId, resolvedAt } = event.data;
    const about = { kind: 'case', id: complaintId } as const;
    return surveys.on('after-service', resolvedAt).map(({ survey: { policyId: surveyId }, occasion }) => ({
      ...invitationOf(surveyId, customerId, about, cause),
      dueAt: instant(Date.parse(resolvedAt) + occasion.afterHours * HOUR_MS),
    }));
  }
  return isOf<JourneyEvent, 'JourneyStepTaken'>(event, 'JourneyStepTaken') ? journeyAsks(event.data, cause) : [];
}

type StepTaken = Extract<JourneyEvent, { type: 'JourneyStepTaken' }>['data'];

function journeyAsks(
  { action, customerId, journeyId, runId, stepId, takenAt: dueAt }: StepTaken,
  cause: Pick<DueSurvey, 'causeEventId' | 'correlationId'>,
): readonly DueSurvey[] {
  if (action.kind !== 'survey' || action.surveyId === undefined) return [];
  const { surveyId, subject, body } = action;
  const about = { kind: 'journey', id: runId } as const;
  // A journey may ask by the same survey in more steps than one.
  const invitationId = invitationIdOf(surveyId, customerId, { ...about, id: `${runId}:${stepId}` });
  const message = { subject, body };
  return [{ invitationId, surveyId, customerId, about, ...cause, by: `journey:${journeyId}`, message, dueAt }];
}

function endedBy(event: Recorded<DomainEvent>, surveys: LiveSurveys): readonly string[] {
  if (isOf<SurveyEvent, 'SurveyInvited'>(event, 'SurveyInvited')) return [event.data.invitationId];
  const isReopened = isOf<ComplaintEvent, 'ComplaintReopened'>(event, 'ComplaintReopened');
  if (!isReopened && !isOf<ComplaintEvent, 'ComplaintLinkedAsDuplicate'>(event, 'ComplaintLinkedAsDuplicate'))
    return [];
  const { complaintId, customerId } = event.data;
  return surveys.ids.map((surveyId) => invitationIdOf(surveyId, customerId, { kind: 'case', id: complaintId }));
}

/** The feed has decoded the event by its type. */
const isOf = <Event extends DomainEvent, Type extends Event['type']>(
  event: Recorded<DomainEvent>,
  type: Type,
): event is Recorded<Extract<Event, { type: Type }>> => event.type === type;
