import * as fc from 'fast-check';
import type { RemedyPolicy } from '../remedy.decider';

const text = (zh: string, en: string) => ({ zh, en });
/** CNY 200 for a late delivery and a budget of CNY 30 a month. */
export const remedyPolicy: RemedyPolicy = {
  policyId: 'remedy',
  kind: 'remedy',
  version: 3,
  effectiveFrom: '2020-01-01T00:00:00+08:00',
  title: text('补偿', 'Remedies'),
  by: 'li',
  publishedAt: '2020-01-01T00:00:00+08:00',
  content: {
    currency: 'CNY',
    standard: [
      { reason: 'late-delivery', label: text('延迟交付', 'Late delivery'), amountMinor: 20_000 },
      { reason: 'defect', label: text('质量缺陷', 'Defect'), amountMinor: 9_999 },
    ],
    withoutApproval: [],
    discretionPercent: 10,
    budget: { amountMinor: 3_000, period: 'month', timeZone: 'Asia/Shanghai' },
    approvers: ['wang', 'anna'],
  },
};
const remedyId = fc.constantFrom('r-1', 'r-2', 'r-3', 'r-4');
const onRemedy = {
  personId: fc.constant('anna'),
  remedyId,
  occurredAt: fc.constantFrom('2026-03-31T15:59:59Z', '2026-03-31T16:00:00Z'),
};
const by = fc.constantFrom('wang', 'anna', 'bo');
const why = fc.constantFrom('one', 'two');
/** Any command on a few remedies of one person. */
export const remedyCommands = {
  GrantRemedy: fc.record({
    ...onRemedy,
    type: fc.constant('GrantRemedy'),
    complaintId: fc.constant('c-1'),
    customerId: fc.constant('k-1'),
    reason: fc.constantFrom('late-delivery', 'defect'),
    amount: fc.record({ amountMinor: fc.integer({ min: 1, max: 24_000 }), currency: fc.constant('CNY') }),
  }),
  ApproveRemedy: fc.record({ ...onRemedy, type: fc.constant('ApproveRemedy'), by }),
  DeclineRemedy: fc.record({ ...onRemedy, type: fc.constant('DeclineRemedy'), by, why }),
  CancelRemedy: fc.record({ ...onRemedy, type: fc.constant('CancelRemedy'), by, why }),
} as const;
