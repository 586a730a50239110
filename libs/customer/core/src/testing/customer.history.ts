import type { CustomerRelatedEvent } from '../customer-related.events';

const customerId = 'k-1';
const inputs = { spendMinor: 153_000, currency: 'GBP', cooperationMonths: 0 };
const judged = { customerId, policyId: 'p', policyVersion: 1, inputs };
const total = (amountMinor: number, currency = 'GBP') => ({ amountMinor, currency });
const lines = [{ sku: '85123A', quantity: 6, unitPrice: '2.55' }];
const complaint = { complaintId: 'c-1', customerId };

/** A customer's history that has every event type in it, one on each day from 1 December 2010 (UTC, noon). */
export const history: readonly CustomerRelatedEvent[] = [
  {
    type: 'CustomerRegistered',
    data: { customerId, name: 'Lin Trading', country: 'China', fieldSource: 'partner', registeredAt: day(1) },
  },
  { type: 'PurchaseRecorded', data: { purchaseId: '1', customerId, lines, total: total(1_000), purchasedAt: day(2) } },
  { type: 'TierAssigned', data: { ...judged, tier: 'C', reasons: ['C: too little'], judgedAt: day(3) } },
  {
    type: 'PurchaseRecorded',
    data: { purchaseId: '2', customerId, lines: [...lines, ...lines], total: total(500, 'EUR'), purchasedAt: day(4) },
  },
  { type: 'PurchaseReturned', data: { returnId: 'C1', customerId, lines, total: total(300), returnedAt: day(5) } },
  {
    type: 'PurchaseCancelled',
    data: {
      purchaseId: '2',
      customerId,
      reason: 'Out of stock',
      total: total(500, 'EUR'),
      purchasedAt: day(4),
      cancelledAt: day(6),
    },
  },
  {
    type: 'CustomerProfileChanged',
    data: { customerId, kind: 'company', cleared: ['country'], fieldSource: 'service', changedAt: day(7) },
  },
  {
    type: 'CustomerContactSet',
    data: {
      customerId,
      contactId: 'p-1',
      name: 'Lin Mei',
      role: 'purchasing-lead',
      fieldSource: 'offline',
      setAt: day(8),
    },
  },
  { type: 'CustomerContactRemoved', data: { customerId, contactId: 'p-1', removedAt: day(9) } },
  {
    type: 'InteractionRecorded',
    data: {
      interactionId: 'i-1',
      customerId,
      channel: 'visit',
      subject: 'Slow answers',
      resolved: false,
      recordedAt: day(10),
    },
  },
  {
    type: 'InteractionSettled',
    data: { interactionId: 'i-1', customerId, solution: 'A second line', by: 'anna', settledAt: day(11) },
  },
  {
    type: 'ComplaintOpened',
    data: { ...complaint, channel: 'phone', subject: 'Late delivery', owner: 'anna', openedAt: day(12) },
  },
  { type: 'ComplaintHandOverOffered', data: { ...complaint, from: 'anna', to: 'bo', offeredAt: day(13) } },
  { type: 'ComplaintAccepted', data: { ...complaint, owner: 'bo', previousOwner: 'anna', acceptedAt: day(14) } },
  {
    type: 'ComplaintResponded',
    data: { ...complaint, by: 'bo', message: 'Dear Lin Mei', first: true, respondedAt: day(15) },
  },
  { type: 'ComplaintResolved', data: { ...complaint, by: 'bo', remedy: 'Voucher', resolvedAt: day(16) } },
  { type: 'ComplaintClosed', data: { ...complaint, by: 'bo', disputed: true, closedAt: day(17) } },
  { type: 'ComplaintReopened', data: { ...complaint, by: 'bo', reason: 'Late again', reopenedAt: day(18) } },
  {
    type: 'TierChanged',
    data: { ...judged, from: 'C', to: 'B', previousPolicyId: 'p', reasons: ['B: enough'], judgedAt: day(19) },
  },
  {
    type: 'TierOverridden',
    data: {
      customerId,
      from: 'B',
      tier: 'A',
      policyId: 'p',
      by: 'anna',
      reason: 'Reference',
      until: day(25),
      overriddenAt: day(20),
    },
  },
  {
    type: 'TierOverrideEnded',
    data: { customerId, from: 'A', to: 'B', policyId: 'p', cause: 'expired', endedAt: day(25) },
  },
  { type: 'ComplaintLinkedAsDuplicate', data: { ...complaint, duplicateOf: 'c-0', by: 'bo', linkedAt: day(26) } },
  {
    type: 'CustomerConsentSet',
    data: { customerId, purpose: 'marketing', channel: 'email', granted: true, by: 'anna', setAt: day(27) },
  },
  {
    type: 'CustomerMerged',
    data: { customerId, into: 'k-0', by: 'anna', reason: 'The same company', mergedAt: day(28) },
  },
  {
    type: 'CustomerMergeUndone',
    data: { customerId, into: 'k-0', by: 'anna', reason: 'A sister company', undoneAt: day(29) },
  },
];

export function day(number: number): string {
  return `2010-12-${String(number).padStart(2, '0')}T12:00:00.000Z`;
}
