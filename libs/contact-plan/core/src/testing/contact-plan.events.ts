import type { ContactDone, ContactPlanEvent, ContactPlanned } from '@tenure/contact-plan-contract';

export const start = '2026-10-01T00:00:00+08:00';
export const midOctober = '2026-10-15T10:00:00+08:00';
export const november = '2026-11-01T00:00:00+08:00';
export const newYear = '2027-01-01T00:00:00+08:00';

export const visit = { contactId: 'visit-2026-Q4', customerId: 'k-1', kind: 'visit' } as const;
export const october = { contactId: 'call-2026-10', customerId: 'k-1', kind: 'call' } as const;
export const report = { contactId: 'report-2026-Q4', customerId: 'k-1', kind: 'report' } as const;
export const policy = { policyId: 'contact-plan', version: 1 };
export const quarter = { period: '2026-Q4', periodFrom: start, dueBy: newYear, policy };

export const planned = (data: Partial<ContactPlanned>): ContactPlanEvent => ({
  type: 'ContactPlanned',
  data: { ...visit, ...quarter, tier: 'A', plannedAt: start, ...data },
});
export const inOctober = { ...october, tier: 'B', period: '2026-10', dueBy: november };
export const visitPlanned = planned({});
export const callPlanned = planned(inOctober);
export const reportPlanned = planned({ ...report, tier: 'B' });
export const done = (data: Partial<ContactDone> & { contactId: string }): ContactPlanEvent => ({
  type: 'ContactDone',
  data: { customerId: 'k-1', kind: 'visit', by: 'anna', doneAt: midOctober, ...data },
});
export const visitDone = done({ ...visit, channel: 'visit', interactionId: 'i-1' });
export const visitMissed: ContactPlanEvent = {
  type: 'ContactMissed',
  data: { ...visit, tier: 'A', dueBy: newYear, missedAt: newYear },
};
export const dropped = (
  contact: typeof visit | typeof october | typeof report,
  droppedAt: string,
  reason: 'tier-changed' | 'policy-changed' = 'tier-changed',
): ContactPlanEvent => ({ type: 'ContactDropped', data: { ...contact, reason, droppedAt } });
