import type { Projection } from '@tenure/kernel';
import { complaintCodec, type ComplaintEvent } from '@tenure/complaint-contract';
import { newRow, unsettled, type ComplaintQueueRow, type HelpRequest } from './complaint-queue.row';

/** Which complaints wait for whom. */
export const complaintQueue: Projection<ComplaintQueueRow, ComplaintEvent> = {
  name: 'complaint-queue',
  version: 2,
  handles: complaintCodec.types,
  keysOf: ({ data: { complaintId } }) => [complaintId],
  fold: (row, event, complaintId) => {
    const { position, metadata, data } = event;
    const known = row ?? newRow(complaintId, data.customerId, metadata.occurredAt, position);
    return { ...known, ...changesOf(known, event), position };
  },
};

function changesOf(row: ComplaintQueueRow, event: ComplaintEvent): Partial<ComplaintQueueRow> {
  switch (event.type) {
    case 'ComplaintOpened':
      return intakeOf(event.data);
    case 'ComplaintClassified':
      return { urgency: event.data.urgency, complexity: event.data.complexity };
    case 'ComplaintDueDateAgreed':
      return { agreedDueAt: event.data.dueAt };
    case 'ComplaintHandOverOffered':
      return { offeredTo: event.data.to };
    case 'ComplaintAccepted': {
      const { owner, acceptedAt } = event.data;
      const first = row.acceptedAt === null ? { acceptedAt, acceptedBy: owner } : {};
      return { owner, offeredTo: null, ...first };
    }
    case 'ComplaintHandOverDeclined':
      return { offeredTo: null };
    case 'ComplaintResponded':
      return { firstRespondedAt: row.firstRespondedAt ?? event.data.respondedAt };
    case 'ComplaintHeld':
      return { heldAt: event.data.heldAt, heldFor: event.data.reasonKind, holds: row.holds + 1 };
    case 'ComplaintContinued':
      return { heldAt: null, heldFor: null };
    case 'InternalHelpRequested':
    case 'InternalHelpAnswered':
      return { help: helpAfter(row.help, event) };
    case 'ComplaintResolved':
    case 'ComplaintResultTold':
    case 'ComplaintFollowedUp':
    case 'ComplaintClosed':
    case 'ComplaintLinkedAsDuplicate':
      return settlementAfter(row, event);
    case 'ComplaintReopened':
      return { ...unsettled, status: 'open', reopenedAt: event.data.reopenedAt, reopenings: row.reopenings + 1 };
    case 'ComplaintProgressLinkIssued':
      return {};
  }
}

type Of<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>;

function intakeOf(data: Of<'ComplaintOpened'>['data']): Partial<ComplaintQueueRow> {
  const { owner, channel, subject, product = null, issueType = null, openedAt } = data;
  const { caseType = 'complaint', urgency = 'normal', complexity = 'routine' } = data;
  const { serviceStandard = null, agreedDueAt = null } = data;
  const judgedBy = { caseType, urgency, complexity, serviceStandard, agreedDueAt };
  return { owner, receivedBy: owner, channel, subject, product, issueType, openedAt, ...judgedBy };
}

function helpAfter(
  help: readonly HelpRequest[],
  event: Of<'InternalHelpRequested' | 'InternalHelpAnswered'>,
): readonly HelpRequest[] {
  switch (event.type) {
    case 'InternalHelpRequested': {
      const { helpId, from, question, by, requestedAt } = event.data;
      return [...help, { helpId, from, question, by, requestedAt, answeredAt: null, answeredBy: null }];
    }
    case 'InternalHelpAnswered': {
      const { helpId, by: answeredBy, answeredAt } = event.data;
      return help.map((asked) => (asked.helpId === helpId ? { ...asked, answeredAt, answeredBy } : asked));
    }
  }
}

type Settling = Of<
  'ComplaintResolved' | 'ComplaintResultTold' | 'ComplaintFollowedUp' | 'ComplaintClosed' | 'ComplaintLinkedAsDuplicate'
>;

function settlementAfter(row: ComplaintQueueRow, event: Settling): Partial<ComplaintQueueRow> {
  switch (event.type) {
    case 'ComplaintResolved': {
      const { resolvedAt, by: resolvedBy, remedy, reportedTimely = null } = event.data;
      return { status: 'resolved', offeredTo: null, resolvedAt, resolvedBy, remedy, reportedTimely };
    }
    case 'ComplaintResultTold':
      return row.toldAt === null ? { toldAt: event.data.toldAt, toldBy: event.data.by } : {};
    case 'ComplaintFollowedUp': {
      const { followedUpAt, by: followedUpBy, satisfaction } = event.data;
      const first = row.followedUpAt === null ? { followedUpAt, followedUpBy } : {};
      return satisfaction === undefined ? first : { ...first, satisfaction };
    }
    case 'ComplaintClosed':
      return { status: 'closed', closedAt: event.data.closedAt, disputed: event.data.disputed ?? null };
    case 'ComplaintLinkedAsDuplicate': {
      const { linkedAt, duplicateOf } = event.data;
      return { status: 'closed', offeredTo: null, closedAt: linkedAt, duplicateOf };
    }
  }
}
