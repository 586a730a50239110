import type { BehaviourEvent } from './behaviour.events';
import type { Counting } from './counting';
import type { BehaviourDraft } from './customer.behaviour';
import { dayOf } from './epoch.day';
import { foldRating } from './signal.fold';

type OfComplaint = Extract<
  BehaviourEvent,
  {
    type:
      | 'ComplaintOpened'
      | 'ComplaintResolved'
      | 'ComplaintReopened'
      | 'ComplaintLinkedAsDuplicate'
      | 'ComplaintFollowedUp';
  }
>;

/** Inquiries and service requests are cases too, but no complaints; what is said after them is a rating all the same. */
export function foldComplaint<Draft extends BehaviourDraft>(
  draft: Draft,
  event: OfComplaint,
  count: Counting<Draft>,
): void {
  const { complaintId } = event.data;
  switch (event.type) {
    case 'ComplaintOpened': {
      const { caseType = 'complaint', openedAt } = event.data;
      if (caseType !== 'complaint') return;
      count(draft, 'complaints', dayOf(openedAt), 1);
      draft.openComplaints = [...(draft.openComplaints ?? []), complaintId];
      return;
    }
    case 'ComplaintResolved':
    case 'ComplaintLinkedAsDuplicate':
      return settle(draft, complaintId);
    case 'ComplaintReopened':
      return reopen(draft, complaintId);
    case 'ComplaintFollowedUp': {
      const { satisfaction, followedUpAt } = event.data;
      if (satisfaction !== undefined) foldRating(draft, satisfaction, Date.parse(followedUpAt), count);
      return;
    }
  }
}

/** A complaint that was settled before so many others counts no more when it is reopened. */
const MOST_SETTLED = 50;

function settle(draft: BehaviourDraft, complaintId: string): void {
  if (!draft.openComplaints?.includes(complaintId)) return;
  draft.openComplaints = draft.openComplaints.filter((known) => known !== complaintId);
  draft.settledComplaints = [...(draft.settledComplaints ?? []), complaintId].slice(-MOST_SETTLED);
}

function reopen(draft: BehaviourDraft, complaintId: string): void {
  if (!draft.settledComplaints?.includes(complaintId)) return;
  draft.settledComplaints = draft.settledComplaints.filter((known) => known !== complaintId);
  draft.openComplaints = [...(draft.openComplaints ?? []), complaintId];
}
