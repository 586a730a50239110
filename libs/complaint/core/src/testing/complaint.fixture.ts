import type { ComplaintEvent } from '@tenure/complaint-contract';

export const at = '2013-07-29T09:00:00Z';
export const later = '2013-07-29T10:00:00Z';
export const latest = '2013-07-29T11:00:00Z';
export const ids = { complaintId: 'c-1', customerId: 'k-1' };
export const onCase = { complaintId: 'c-1', occurredAt: later };

export const opened: ComplaintEvent = {
  type: 'ComplaintOpened',
  data: { ...ids, channel: 'phone', subject: 'Late delivery', owner: 'anna', openedAt: at },
};
export const offered = (from: string, to: string): ComplaintEvent => ({
  type: 'ComplaintHandOverOffered',
  data: { ...ids, from, to, offeredAt: later },
});
export const accepted = (owner: string, previousOwner: string): ComplaintEvent => ({
  type: 'ComplaintAccepted',
  data: { ...ids, owner, previousOwner, acceptedAt: later },
});
export const held: ComplaintEvent = {
  type: 'ComplaintHeld',
  data: { ...ids, reasonKind: 'waiting-on-customer', reason: 'serial number', by: 'bo', heldAt: later },
};
export const continued = (cause?: 'answered' | 'resolved' | 'linked-as-duplicate'): ComplaintEvent => ({
  type: 'ComplaintContinued',
  data: { ...ids, by: 'bo', continuedAt: later, ...(cause && { cause }) },
});
export const resolved: ComplaintEvent = {
  type: 'ComplaintResolved',
  data: { ...ids, by: 'bo', remedy: 'voucher', resolvedAt: later },
};
export const closed: ComplaintEvent = { type: 'ComplaintClosed', data: { ...ids, by: 'bo', closedAt: later } };
export const linked: ComplaintEvent = {
  type: 'ComplaintLinkedAsDuplicate',
  data: { ...ids, duplicateOf: 'c-0', by: 'bo', linkedAt: later },
};

export const open = {
  type: 'OpenComplaint',
  ...ids,
  channel: 'phone',
  subject: 'Late delivery',
  receivedBy: 'anna',
  occurredAt: at,
} as const;
export const accept = { type: 'AcceptComplaint', ...onCase, by: 'bo' } as const;
export const respond = { type: 'RespondToComplaint', ...onCase, by: 'bo', message: 'Hello' } as const;
export const resolve = { type: 'ResolveComplaint', ...onCase, by: 'bo', remedy: 'voucher' } as const;
export const close = { type: 'CloseComplaint', ...onCase, by: 'bo' } as const;
export const reopen = { type: 'ReopenComplaint', ...onCase, by: 'bo', reason: 'broke again' } as const;
export const link = { type: 'LinkDuplicateComplaint', ...onCase, duplicateOf: 'c-0', by: 'bo' } as const;
