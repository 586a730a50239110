import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { Complexity, PauseReasonKind, Urgency } from '@tenure/shared-contract';

/** An opened case always has an owner; a hand-over changes the owner only when it is accepted. */
export interface Opened {
  readonly status: 'open' | 'resolved' | 'closed';
  readonly complaintId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly openedAt: string;
  readonly urgency: Urgency;
  readonly complexity: Complexity;
  readonly agreedDueAt?: string;
  readonly owner: string;
  /** Set for ever by the first acceptance. */
  readonly acceptedBy?: string;
  readonly offeredTo?: string;
  /** Who declined the last offer; of no interest once there is another. */
  readonly declinedBy?: string;
  readonly lastResponse?: { readonly by: string; readonly message: string };
  readonly held?: Hold;
  readonly continued?: { readonly by: string; readonly at: string };
  readonly help: readonly Help[];
  /** When it was resolved or linked; absent while it is open. */
  readonly settledAt?: string;
  readonly remedy?: string;
  readonly told?: { readonly by: string; readonly channel: string };
  readonly followedUp?: { readonly by: string; readonly satisfaction?: number };
  readonly reopenedFor?: string;
  readonly duplicateOf?: string;
  readonly linkHashes: readonly string[];
}

export interface Hold {
  readonly reasonKind: PauseReasonKind;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface Help {
  readonly helpId: string;
  readonly from: string;
  readonly question: string;
  readonly requestedAt: string;
  readonly answered?: { readonly by: string; readonly answer?: string };
}

export type Complaint = { readonly status: 'absent' } | Opened;

export function evolve(state: Complaint, event: ComplaintEvent): Complaint {
  if (event.type === 'ComplaintOpened') {
    const { complaintId, customerId, subject, openedAt, owner, agreedDueAt } = event.data;
    const { urgency = 'normal', complexity = 'routine' } = event.data;
    const opened: Opened = {
      status: 'open',
      complaintId,
      customerId,
      subject,
      openedAt,
      urgency,
      complexity,
      owner,
      help: [],
      linkHashes: [],
    };
    return agreedDueAt === undefined ? opened : { ...opened, agreedDueAt };
  }
  return state.status === 'absent' ? state : { ...state, ...changesOf(state, event) };
}

function changesOf(state: Opened, event: Exclude<ComplaintEvent, { type: 'ComplaintOpened' }>): Partial<Opened> {
  switch (event.type) {
    case 'ComplaintClassified':
      return { urgency: event.data.urgency, complexity: event.data.complexity };
    case 'ComplaintDueDateAgreed':
      return { agreedDueAt: event.data.dueAt };
    case 'ComplaintHandOverOffered':
      return { offeredTo: event.data.to, declinedBy: undefined };
    case 'ComplaintAccepted': {
      const { owner } = event.data;
      return { owner, acceptedBy: owner, offeredTo: undefined, declinedBy: undefined };
    }
    case 'ComplaintHandOverDeclined':
      return { offeredTo: undefined, declinedBy: event.data.by };
    case 'ComplaintResponded':
      return { lastResponse: { by: event.data.by, message: event.data.message } };
    case 'ComplaintHeld': {
      const { reasonKind, reason, by, heldAt } = event.data;
      return { held: { reasonKind, reason, by, at: heldAt } };
    }
    case 'ComplaintContinued':
      return { held: undefined, continued: { by: event.data.by, at: event.data.continuedAt } };
    case 'InternalHelpRequested': {
      const { helpId, from, question, requestedAt } = event.data;
      return { help: [...state.help, { helpId, from, question, requestedAt }] };
    }
    case 'InternalHelpAnswered': {
      const { helpId, by, answer } = event.data;
      const answered = answer === undefined ? { by } : { by, answer };
      return { help: state.help.map((asked) => (asked.helpId === helpId ? { ...asked, answered } : asked)) };
    }
    case 'ComplaintResolved':
      return { status: 'resolved', offeredTo: undefined, remedy: event.data.remedy, settledAt: event.data.resolvedAt };
    case 'ComplaintResultTold':
      return { told: { by: event.data.by, channel: event.data.channel } };
    case 'ComplaintFollowedUp':
      return { followedUp: { by: event.data.by, satisfaction: event.data.satisfaction } };
    case 'ComplaintClosed':
      return { status: 'closed' };
    case 'ComplaintReopened':
      return { ...unsettled, status: 'open', reopenedFor: event.data.reason };
    case 'ComplaintLinkedAsDuplicate':
      return {
        status: 'closed',
        offeredTo: undefined,
        duplicateOf: event.data.duplicateOf,
        settledAt: event.data.linkedAt,
      };
    case 'ComplaintProgressLinkIssued':
      return { linkHashes: [...state.linkHashes, event.data.linkHash] };
  }
}

const unsettled: Partial<Opened> = {
  settledAt: undefined,
  remedy: undefined,
  told: undefined,
  followedUp: undefined,
  duplicateOf: undefined,
};
