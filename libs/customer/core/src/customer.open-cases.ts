import type { InteractionEvent } from '@tenure/interaction-contract';
import type { CustomerComplaintEvent } from './customer-related.events';

/** A complaint or interaction that waits to be settled. */
export interface OpenCase {
  readonly kind: 'complaint' | 'interaction';
  readonly caseId: string;
  readonly subject: string;
  readonly openedAt: string;
  /** Who has to act: a complaint always has an owner (R12). */
  readonly owner: string | null;
}

/** Complaints that were settled stay known, as they may be reopened. */
export interface CustomerCases {
  readonly open: readonly OpenCase[];
  readonly settled: readonly OpenCase[];
}

export const noCases: CustomerCases = { open: [], settled: [] };

export function casesAfter(cases: CustomerCases, event: CustomerComplaintEvent | InteractionEvent): CustomerCases {
  switch (event.type) {
    case 'InteractionRecorded': {
      const { interactionId: caseId, subject, recordedAt: openedAt, handledBy = null, resolved } = event.data;
      const added: OpenCase = { kind: 'interaction', caseId, subject, openedAt, owner: handledBy };
      return resolved ? cases : { ...cases, open: [...cases.open, added] };
    }
    case 'InteractionSettled':
      return {
        ...cases,
        open: cases.open.filter(({ kind, caseId }) => kind !== 'interaction' || caseId !== event.data.interactionId),
      };
    case 'ComplaintOpened': {
      const { complaintId: caseId, subject, openedAt, owner } = event.data;
      return { ...cases, open: [...cases.open, { kind: 'complaint', caseId, subject, openedAt, owner }] };
    }
    case 'ComplaintAccepted':
      return owned(cases, event.data.complaintId, event.data.owner);
    case 'ComplaintResolved':
    case 'ComplaintLinkedAsDuplicate':
      return settle(cases, event.data.complaintId);
    case 'ComplaintReopened':
      return reopen(cases, event.data.complaintId);
    case 'ComplaintHandOverOffered':
    case 'ComplaintResponded':
    case 'ComplaintClosed':
      return cases;
  }
}

const isComplaint =
  (complaintId: string) =>
  ({ kind, caseId }: OpenCase): boolean =>
    kind === 'complaint' && caseId === complaintId;

const owned = (cases: CustomerCases, complaintId: string, owner: string): CustomerCases => ({
  ...cases,
  open: cases.open.map((known) => (isComplaint(complaintId)(known) ? { ...known, owner } : known)),
});

function settle({ open, settled }: CustomerCases, complaintId: string): CustomerCases {
  const isIt = isComplaint(complaintId);
  return { open: open.filter((known) => !isIt(known)), settled: [...settled, ...open.filter(isIt)] };
}

function reopen({ open, settled }: CustomerCases, complaintId: string): CustomerCases {
  const isIt = isComplaint(complaintId);
  return { open: [...open, ...settled.filter(isIt)], settled: settled.filter((known) => !isIt(known)) };
}
