import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { Recorded } from '@tenure/kernel';
import type { LoggedCaseFact } from '@tenure/service-standard-contract';

type Of<Fact, Kind> = Fact extends { kind: Kind } ? Fact : never;
type InLog = Pick<Of<LoggedCaseFact, 'closed'>, 'position' | 'eventId' | 'occurredAt' | 'recordedAt'>;

/** Where a fact stands in the log, and when it happened. */
export const inLog = ({ position, id, recordedAt }: Recorded, occurredAt: string): InLog => ({
  position: String(position),
  eventId: id,
  occurredAt,
  recordedAt,
});

/** What an event says of a case's clocks; undefined where it says nothing. `tier` is the customer's so far. */
export function caseFactOf(event: Recorded<ComplaintEvent>, tier: string | undefined): LoggedCaseFact | undefined {
  switch (event.type) {
    case 'ComplaintOpened':
      return openedFact(event, tier);
    case 'ComplaintClassified': {
      const { urgency, complexity, classifiedAt } = event.data;
      return { kind: 'classified', urgency, complexity, ...inLog(event, classifiedAt) };
    }
    case 'ComplaintDueDateAgreed':
      return { kind: 'due-agreed', dueAt: event.data.dueAt, ...inLog(event, event.data.agreedAt) };
    case 'ComplaintAccepted':
      return { kind: 'accepted', owner: event.data.owner, ...inLog(event, event.data.acceptedAt) };
    case 'ComplaintResponded':
      return { kind: 'responded', by: event.data.by, ...inLog(event, event.data.respondedAt) };
    case 'ComplaintHeld':
      return { kind: 'held', reason: event.data.reasonKind, ...inLog(event, event.data.heldAt) };
    case 'ComplaintContinued':
      return { kind: 'continued', ...inLog(event, event.data.continuedAt) };
    case 'InternalHelpRequested': {
      const { helpId, from, requestedAt } = event.data;
      return { kind: 'help-requested', helpId, from, ...inLog(event, requestedAt) };
    }
    case 'InternalHelpAnswered':
      return { kind: 'help-answered', helpId: event.data.helpId, ...inLog(event, event.data.answeredAt) };
    case 'ComplaintResolved':
      return { kind: 'resolved', by: event.data.by, ...inLog(event, event.data.resolvedAt) };
    case 'ComplaintResultTold':
      return { kind: 'told', by: event.data.by, ...inLog(event, event.data.toldAt) };
    case 'ComplaintFollowedUp':
      return { kind: 'followed-up', by: event.data.by, ...inLog(event, event.data.followedUpAt) };
    case 'ComplaintClosed':
      return { kind: 'closed', ...inLog(event, event.data.closedAt) };
    case 'ComplaintReopened':
      return { kind: 'reopened', ...tierOf(tier), ...inLog(event, event.data.reopenedAt) };
    case 'ComplaintLinkedAsDuplicate':
      return { kind: 'linked-duplicate', duplicateOf: event.data.duplicateOf, ...inLog(event, event.data.linkedAt) };
    case 'ComplaintHandOverOffered':
    case 'ComplaintHandOverDeclined':
    case 'ComplaintProgressLinkIssued':
      return undefined;
  }
}

function openedFact(
  event: Recorded<Extract<ComplaintEvent, { type: 'ComplaintOpened' }>>,
  tier: string | undefined,
): LoggedCaseFact {
  const { customerId, owner, openedAt, agreedDueAt, serviceStandard } = event.data;
  const { caseType = 'complaint', urgency = 'normal', complexity = 'routine' } = event.data;
  return {
    kind: 'opened',
    customerId,
    caseType,
    urgency,
    complexity,
    owner,
    ...tierOf(tier),
    ...(agreedDueAt !== undefined && { agreedDueAt }),
    ...(serviceStandard !== undefined && { serviceStandard }),
    ...inLog(event, openedAt),
  };
}

const tierOf = (tier: string | undefined): { tier?: string } => (tier === undefined ? {} : { tier });
