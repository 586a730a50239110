import type { ContactPlanContent } from '@tenure/policy-contract';

/** Whatever is left of a period counts, so that these specs don't depend on the day on which they run. */
export const contactPlanContent: ContactPlanContent = {
  timeZone: 'Asia/Shanghai',
  plans: [
    { tier: 'A', contacts: [{ kind: 'visit', every: { unit: 'quarter', count: 1 } }] },
    { tier: 'B', contacts: [{ kind: 'call', every: { unit: 'month', count: 1 } }] },
    { tier: 'C', contacts: [] },
  ],
};
export const override = { by: 'lin', reason: 'strategic', until: '2190-01-01T00:00:00Z' };
