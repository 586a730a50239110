import type { ComplaintEvent } from '@tenure/complaint-contract';

export const ids = { complaintId: 'c-1', customerId: 'k-1' };

export const hour = (number: number): string => `2013-07-29T${String(number).padStart(2, '0')}:00:00Z`;

/** A case with every type of event in it, one on each hour from 1. */
export const history: readonly ComplaintEvent[] = [
  {
    type: 'ComplaintOpened',
    data: { ...ids, channel: 'phone', subject: 'Late', product: 'Mortgage', owner: 'anna', openedAt: hour(1) },
  },
  {
    type: 'ComplaintClassified',
    data: { ...ids, urgency: 'urgent', complexity: 'complex', by: 'anna', classifiedAt: hour(2) },
  },
  { type: 'ComplaintDueDateAgreed', data: { ...ids, dueAt: hour(20), by: 'anna', agreedAt: hour(3) } },
  { type: 'ComplaintHandOverOffered', data: { ...ids, from: 'anna', to: 'bo', offeredAt: hour(4) } },
  { type: 'ComplaintAccepted', data: { ...ids, owner: 'bo', previousOwner: 'anna', acceptedAt: hour(5) } },
  { type: 'ComplaintHandOverOffered', data: { ...ids, from: 'bo', to: 'chen', offeredAt: hour(6) } },
  { type: 'ComplaintHandOverDeclined', data: { ...ids, owner: 'bo', by: 'chen', declinedAt: hour(7) } },
  { type: 'ComplaintResponded', data: { ...ids, by: 'bo', message: 'Hello', first: true, respondedAt: hour(8) } },
  { type: 'ComplaintResponded', data: { ...ids, by: 'bo', message: 'Which?', first: false, respondedAt: hour(9) } },
  {
    type: 'ComplaintHeld',
    data: { ...ids, reasonKind: 'waiting-on-customer', reason: 'number', by: 'bo', heldAt: hour(10) },
  },
  { type: 'ComplaintContinued', data: { ...ids, by: 'bo', continuedAt: hour(11) } },
  {
    type: 'InternalHelpRequested',
    data: { ...ids, helpId: 'h-1', from: 'engineering', question: 'The pump?', by: 'bo', requestedAt: hour(12) },
  },
  { type: 'InternalHelpAnswered', data: { ...ids, helpId: 'h-1', by: 'dora', answer: 'Yes', answeredAt: hour(13) } },
  { type: 'ComplaintResolved', data: { ...ids, by: 'bo', remedy: 'voucher', resolvedAt: hour(14) } },
  { type: 'ComplaintResultTold', data: { ...ids, by: 'bo', channel: 'phone', toldAt: hour(15) } },
  { type: 'ComplaintFollowedUp', data: { ...ids, by: 'bo', satisfaction: 4, followedUpAt: hour(16) } },
  { type: 'ComplaintClosed', data: { ...ids, by: 'bo', disputed: true, closedAt: hour(17) } },
  { type: 'ComplaintProgressLinkIssued', data: { ...ids, linkHash: 'a'.repeat(64), issuedAt: hour(18) } },
  { type: 'ComplaintReopened', data: { ...ids, by: 'bo', reason: 'again', reopenedAt: hour(19) } },
  { type: 'ComplaintLinkedAsDuplicate', data: { ...ids, duplicateOf: 'c-0', by: 'bo', linkedAt: hour(20) } },
];
