import type { ComplaintEvent } from '@tenure/complaint-contract';

/** An opened case always has an owner; a hand-over changes the owner only when it is accepted. */
export interface Opened {
  readonly status: 'open' | 'resolved' | 'closed';
  readonly complaintId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly openedAt: string;
  readonly owner: string;
  readonly acceptedBy?: string;
  readonly offeredTo?: string;
  readonly lastResponse?: { readonly by: string; readonly message: string };
  readonly remedy?: string;
  readonly reopenedFor?: string;
}

export type Complaint = { readonly status: 'absent' } | Opened;

export function evolve(state: Complaint, event: ComplaintEvent): Complaint {
  if (event.type === 'ComplaintOpened') {
    const { complaintId, customerId, subject, openedAt, owner } = event.data;
    return { status: 'open', complaintId, customerId, subject, openedAt, owner };
  }
  return state.status === 'absent' ? state : evolveOpened(state, event);
}

function evolveOpened(state: Opened, event: Exclude<ComplaintEvent, { type: 'ComplaintOpened' }>): Opened {
  switch (event.type) {
    case 'ComplaintHandOverOffered':
      return { ...state, offeredTo: event.data.to };
    case 'ComplaintAccepted':
      return { ...state, owner: event.data.owner, acceptedBy: event.data.owner, offeredTo: undefined };
    case 'ComplaintResponded':
      return { ...state, lastResponse: { by: event.data.by, message: event.data.message } };
    case 'ComplaintResolved':
      return { ...state, status: 'resolved', remedy: event.data.remedy };
    case 'ComplaintClosed':
      return { ...state, status: 'closed' };
    case 'ComplaintReopened':
      return { ...state, status: 'open', remedy: undefined, reopenedFor: event.data.reason };
  }
}
