import * as fc from 'fast-check';
import type { TierCriterion } from '@tenure/policy-contract';
import type { TierPolicy } from '@tenure/tier-contract';
import { foldFacts, noFacts, type FactsEvent } from './customer.facts';
import { defaultTierPolicy } from './testing/shipped.policies';
import { nextReviewAt } from './next.review';
import { inputsAt } from './tier.inputs';
import { judgeTier } from './tier.judgement';

const DAYS_SEARCHED = 1_200;
const day = (number: number): string => new Date(Date.UTC(2010, 0, number)).toISOString();
const bought = (id: number, amountMinor: number, on: number, currency = 'CNY'): FactsEvent => ({
  type: 'PurchaseRecorded',
  data: {
    purchaseId: `${id}`,
    customerId: 'k-1',
    lines: [],
    total: { amountMinor: Math.abs(amountMinor), currency },
    purchasedAt: day(on),
  },
});
const gaveBack = (id: number, amountMinor: number, on: number): FactsEvent => ({
  type: 'PurchaseReturned',
  data: {
    returnId: `C${id}`,
    customerId: 'k-1',
    lines: [],
    total: { amountMinor, currency: 'CNY' },
    returnedAt: day(on),
  },
});

const number = fc.record({ atLeast: fc.nat(20) });
const criterion: fc.Arbitrary<TierCriterion> = fc.oneof(
  fc.record({ fact: fc.constant('spendMinor'), atLeast: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ fact: fc.constant('spendMinor'), below: fc.integer({ min: 1, max: 300 }) }),
  number.map(({ atLeast }) => ({ fact: 'cooperationMonths', atLeast }) as const),
  number.map(({ atLeast }) => ({ fact: 'cooperationMonths', below: atLeast + 1 }) as const),
);
const rule = fc.array(fc.record({ allOf: fc.array(criterion, { minLength: 1, maxLength: 2 }) }), {
  minLength: 1,
  maxLength: 2,
});
const policy: fc.Arbitrary<TierPolicy> = fc
  .record({
    anyOf: fc.tuple(rule, rule),
    unit: fc.constantFrom('months' as const, 'days' as const),
    length: fc.integer({ min: 1, max: 14 }),
  })
  .map(({ anyOf: [a, b], unit, length }) => ({
    ...defaultTierPolicy,
    spendWindow: { unit, length: unit === 'days' ? length * 30 : length },
    tiers: [
      { tier: 'A', anyOf: a },
      { tier: 'B', anyOf: b },
    ],
  }));
const history = fc
  .array(fc.record({ amount: fc.integer({ min: 1, max: 200 }), on: fc.nat(500), back: fc.boolean() }), { maxLength: 6 })
  .map((documents) =>
    documents.map(({ amount, on, back }, id) => (back ? gaveBack(id, amount, on) : bought(id, amount, on))),
  );

describe('the next review', () => {
  it('is the day that a day-by-day judgement finds', () =>
    fc.assert(
      fc.property(policy, history, fc.integer({ min: 1, max: 600 }), (judging, events, today) => {
        const facts = events.reduce(foldFacts, noFacts);
        const tierOn = (on: number) => judgeTier(judging, inputsAt(facts, judging, day(on))).tier;
        const found = Array.from({ length: DAYS_SEARCHED }, (_, ahead) => today + 1 + ahead).find(
          (on) => tierOn(on) !== tierOn(today),
        );
        expect(nextReviewAt(judging, facts, day(today))).toBe(found === undefined ? undefined : day(found));
      }),
      { numRuns: 60 },
    ));

  it('is when two years of cooperation are full', () => {
    const facts = [bought(1, 60_000_000, 1), bought(2, 60_000_000, 400)].reduce(foldFacts, noFacts);
    expect(nextReviewAt(defaultTierPolicy, facts, day(401))).toBe('2012-01-01T00:00:00.000Z');
  });
  it('is the end of an override that holds', () => {
    const facts = foldFacts(noFacts, bought(1, 60_000_000, 1));
    expect(nextReviewAt(defaultTierPolicy, facts, day(1), day(10))).toBe(day(10));
    expect(nextReviewAt(defaultTierPolicy, facts, day(10), day(10))).toBe(day(366));
  });
  it('is never, where nothing can change', () =>
    expect(nextReviewAt(defaultTierPolicy, noFacts, day(1))).toBeUndefined());
});
