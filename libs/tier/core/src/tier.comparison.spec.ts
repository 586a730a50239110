import { defaultTierPolicy } from './testing/shipped.policies';
import { TierComparison } from './tier.comparison';
import { newReview, type TierPolicies, type TierReview } from './tier.review';

const at = '2012-01-01T00:00:00Z';
const policies: TierPolicies = {
  fallbackPolicyId: defaultTierPolicy.policyId,
  versions: new Map([[defaultTierPolicy.policyId, [defaultTierPolicy]]]),
};
const lower = {
  ...defaultTierPolicy,
  version: 2,
  effectiveFrom: at,
  tiers: [{ tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 1_000 }] }] }] as const,
};
const spent = (customerId: string, amountMinor: number, fields: Partial<TierReview> = {}): TierReview => {
  const moment = Date.parse('2011-06-01T00:00:00Z');
  const bought = { documentId: customerId, kind: 'purchase', countsFromMs: moment, datedMs: moment } as const;
  const entry = { ...bought, amountMinor, currency: 'CNY', day: '2011-06-01' };
  return { ...newReview(customerId), facts: { firstPurchase: entry, entries: [entry] }, tier: 'C', ...fields };
};
const compared = (draft: typeof lower, reviews: readonly TierReview[]) => {
  const comparison = new TierComparison(policies, draft, at);
  for (const review of reviews) comparison.add(review);
  return comparison.result();
};

describe('the comparison of a tier policy', () => {
  it('names who would change, from what holds today to what would, whatever was judged last', () =>
    expect(compared(lower, [spent('k-1', 1_000), spent('k-2', 999), spent('k-3', 5_000, { tier: 'B' })])).toEqual({
      of: 'customers',
      looked: 3,
      changed: 2,
      changes: [{ from: 'C', to: 'A', count: 2 }],
      examples: [
        { id: 'k-1', customerId: 'k-1', from: 'C', to: 'A' },
        { id: 'k-3', customerId: 'k-3', from: 'C', to: 'A' },
      ],
    }));
  it('names no more than a hundred, and counts all', () => {
    const many = Array.from({ length: 150 }, (_one, index) => spent(`k-${index}`, 1_000));
    const { changed, changes, examples } = compared(lower, many);
    expect([changed, changes, examples.length]).toEqual([150, [{ from: 'C', to: 'A', count: 150 }], 100]);
  });
  it('leaves alone whom a person has placed', () =>
    expect(compared(lower, [spent('k-1', 1_000, { overriddenUntil: '2012-06-01T00:00:00Z' })])).toMatchObject({
      changed: 0,
      notes: ['1 customers keep the tier that a person has given them.'],
    }));
  it('says that a longer window sees no more than the longest so far', () => {
    const longer = { ...lower, spendWindow: { unit: 'months', length: 24 } } as const;
    expect(compared(longer, []).notes).toHaveLength(1);
    expect(compared(lower, []).notes).toBeUndefined();
  });
});
