import { counted, type CustomerBehaviour } from './customer.behaviour';
import type { BehaviourEvent } from './behaviour.events';
import { dayOf } from './epoch.day';
import { withRating } from './signal.fold';

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

/** Inquiries and service requests are cases too, but no complaints; what their customers say afterwards is a rating all the same. */
export function afterComplaint(behaviour: CustomerBehaviour, event: OfComplaint): CustomerBehaviour {
  const { complaintId } = event.data;
  switch (event.type) {
    case 'ComplaintOpened': {
      const { caseType = 'complaint', openedAt } = event.data;
      return caseType === 'complaint'
        ? opened(counted(behaviour, 'complaints', dayOf(openedAt)), complaintId)
        : behaviour;
    }
    case 'ComplaintResolved':
    case 'ComplaintLinkedAsDuplicate':
      return settled(behaviour, complaintId);
    case 'ComplaintReopened':
      return reopened(behaviour, complaintId);
    case 'ComplaintFollowedUp': {
      const { satisfaction, followedUpAt } = event.data;
      return satisfaction === undefined ? behaviour : withRating(behaviour, satisfaction, Date.parse(followedUpAt));
    }
  }
}

/** A complaint that was settled before so many others counts no more when it is reopened. */
const MOST_SETTLED = 50;

const opened = (behaviour: CustomerBehaviour, complaintId: string): CustomerBehaviour => ({
  ...behaviour,
  openComplaints: [...(behaviour.openComplaints ?? []), complaintId],
  settledComplaints: (behaviour.settledComplaints ?? []).filter((known) => known !== complaintId),
});

const reopened = (behaviour: CustomerBehaviour, complaintId: string): CustomerBehaviour =>
  behaviour.settledComplaints?.includes(complaintId) ? opened(behaviour, complaintId) : behaviour;

function settled(behaviour: CustomerBehaviour, complaintId: string): CustomerBehaviour {
  const { openComplaints = [], settledComplaints = [] } = behaviour;
  if (!openComplaints.includes(complaintId)) return behaviour;
  return {
    ...behaviour,
    openComplaints: openComplaints.filter((known) => known !== complaintId),
    settledComplaints: [...settledComplaints, complaintId].slice(-MOST_SETTLED),
  };
}
