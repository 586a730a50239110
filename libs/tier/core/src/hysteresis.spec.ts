import * as fc from 'fast-check';
import type { TierInputs, TierPolicy } from '@tenure/tier-contract';
import { foldFacts, noFacts } from './customer.facts';
import { nextReviewAt } from './next.review';
import { inputsAt } from './tier.inputs';
import { judgeTier } from './tier.judgement';
import { lowered } from './tier.criteria';

const policy: TierPolicy = {
  policyId: 'value-tier',
  version: 1,
  effectiveFrom: '2000-01-01T00:00:00Z',
  currency: 'CNY',
  spendWindow: { unit: 'months', length: 12 },
  tiers: [
    { tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 50_000 }] }] },
    { tier: 'B', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 10_000 }] }] },
  ],
  defaultTier: 'C',
  hysteresis: { spendPercent: 10 },
};
const inputs = (spendMinor: number): TierInputs => ({ spendMinor, currency: 'CNY', cooperationMonths: 0 });
const tierOf = (spendMinor: number, held?: string) => judgeTier(policy, inputs(spendMinor), held).tier;

describe('hysteresis', () => {
  it('keeps a tier until the spend is below its bound by more than the percentage', () => {
    expect(tierOf(50_000)).toBe('A');
    expect(tierOf(49_999)).toBe('B');
    expect(tierOf(49_999, 'A')).toBe('A');
    expect(tierOf(45_000, 'A')).toBe('A');
    expect(tierOf(44_999, 'A')).toBe('B');
  });
  it('lets nobody in at the lower bound', () => {
    expect(tierOf(45_000, 'B')).toBe('B');
    expect(tierOf(9_000)).toBe('C');
    expect(tierOf(9_000, 'C')).toBe('C');
  });
  it('lets who falls from above be held by the tiers between', () => {
    expect(tierOf(9_000, 'A')).toBe('B');
    expect(tierOf(8_999, 'A')).toBe('C');
  });
  it('says why a tier is kept', () =>
    expect(judgeTier(policy, inputs(46_000), 'A').reasons).toEqual([
      'A: kept, as spend of CNY 460.00 in 12 months is at least CNY 450.00, up to 10 % less than what leads into it',
    ]));
  it('is counted in the moment of the next review', () => {
    const bought = (purchaseId: string, amountMinor: number, purchasedAt: string) =>
      ({
        type: 'PurchaseRecorded',
        data: { purchaseId, customerId: 'k', lines: [], total: { amountMinor, currency: 'CNY' }, purchasedAt },
      }) as const;
    const facts = [
      bought('1', 4_000, '2011-01-01T00:00:00Z'),
      bought('2', 2_000, '2011-02-01T00:00:00Z'),
      bought('3', 44_000, '2011-03-01T00:00:00Z'),
    ].reduce(foldFacts, noFacts);
    const now = '2011-04-01T00:00:00Z';
    const { hysteresis: _, ...strict } = policy;
    expect(nextReviewAt(strict, facts, now)).toBe('2012-01-01T00:00:00.000Z');
    expect(nextReviewAt(policy, facts, now, undefined, 'A')).toBe('2012-02-01T00:00:00.000Z');
    expect(judgeTier(policy, inputsAt(facts, policy, '2012-01-15T00:00:00Z'), 'A').tier).toBe('A');
  });

  it('never changes a tier for the spend that gave it, and never puts one below the strict rule', () =>
    fc.assert(
      fc.property(fc.nat(60_000), fc.constantFrom('A', 'B', 'C', undefined), (spend, held) => {
        const order = ['C', 'B', 'A'];
        const tier = tierOf(spend, held);
        expect(tierOf(spend, tier)).toBe(tier);
        expect(order.indexOf(tier)).toBeGreaterThanOrEqual(order.indexOf(tierOf(spend)));
      }),
    ));
  it('asks for the exact share, rounded up to whole minor units', () =>
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 99 }), (atLeast, percent) => {
        const exact = (BigInt(atLeast) * BigInt(100 - percent) + 99n) / 100n;
        expect(lowered({ fact: 'spendMinor', atLeast }, percent)).toMatchObject({ atLeast: Number(exact) });
      }),
    ));
});
