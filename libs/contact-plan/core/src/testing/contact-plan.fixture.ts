import type { PlannedContact } from '@tenure/policy-contract';
import * as fc from 'fast-check';
import type { ContactPlanPolicy } from '../called.contact';

const text = { zh: '联系计划', en: 'Contact plan' };

const each = (kind: PlannedContact['kind'], unit: PlannedContact['every']['unit'], count = 1): PlannedContact => ({
  kind,
  every: { unit, count },
});

/** A: a visit each quarter. B: a call each month and a report each quarter. C: nothing. */
export const planPolicy: ContactPlanPolicy = {
  policyId: 'contact-plan',
  kind: 'contact-plan',
  version: 1,
  effectiveFrom: '2000-01-01T00:00:00+08:00',
  title: text,
  by: 'li',
  publishedAt: '2000-01-01T00:00:00+08:00',
  content: {
    timeZone: 'Asia/Shanghai',
    leastPercentLeft: 25,
    plans: [
      { tier: 'A', contacts: [each('visit', 'quarter')] },
      { tier: 'B', contacts: [each('call', 'month'), each('report', 'quarter')] },
      { tier: 'C', contacts: [] },
    ],
  },
};

/** From mid-November 2026 on: A gets a visit each month. */
export const monthlyVisits: ContactPlanPolicy = {
  ...planPolicy,
  version: 2,
  effectiveFrom: '2026-11-10T00:00:00+08:00',
  publishedAt: '2026-09-01T00:00:00+08:00',
  content: { ...planPolicy.content, plans: [{ tier: 'A', contacts: [each('visit', 'month')] }] },
};

const onPlan = {
  customerId: fc.constant('k-1'),
  occurredAt: fc
    .integer({ min: 0, max: 500 })
    .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString()),
};
const by = fc.constantFrom('anna', 'bo');
const channel = fc.constantFrom('visit' as const, 'phone' as const, 'email' as const);

/** Any command on the plan of one customer, over some 16 months. */
export const planCommands = {
  PlanContacts: fc.record({
    ...onPlan,
    type: fc.constant('PlanContacts'),
    tier: fc.constantFrom('A', 'B', 'C', undefined),
  }),
  FulfilContact: fc.record({
    ...onPlan,
    type: fc.constant('FulfilContact'),
    channel,
    interactionId: fc.constantFrom('i-1', 'i-2', 'i-3'),
    by,
  }),
  RecordPlannedContact: fc.record({
    ...onPlan,
    type: fc.constant('RecordPlannedContact'),
    kind: fc.constantFrom('visit' as const, 'call' as const, undefined),
    contactId: fc.constantFrom('visit-2026-Q1', 'call-2026-03', undefined),
    by,
    channel,
  }),
} as const;
