import * as fc from 'fast-check';
import { recordAll } from '@tenure/kernel/testing';
import type { SpendWindow } from '@tenure/policy-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import { foldFacts, noFacts, pruneFacts } from './customer.facts';
import { FactsRefolding, looksFurther } from './facts.refolding';
import { defaultTierPolicy } from './testing/shipped.policies';
import { inputsAt } from './tier.inputs';
import { newReview } from './tier.review';

const windowed = (spendWindow: SpendWindow) => ({ ...defaultTierPolicy, spendWindow });
const onDay = (day: number): string => new Date(Date.UTC(2010, 0, day)).toISOString();
const bought = (index: number, day: number): PurchaseEvent => ({
  type: 'PurchaseRecorded',
  data: {
    purchaseId: `p-${index}`,
    customerId: 'k',
    lines: [],
    total: { amountMinor: 100, currency: 'CNY' },
    purchasedAt: onDay(day),
  },
});

describe('facts folded anew', () => {
  it.each<[SpendWindow, SpendWindow, boolean]>([
    [{ unit: 'months', length: 12 }, { unit: 'months', length: 12 }, false],
    [{ unit: 'months', length: 12 }, { unit: 'months', length: 13 }, true],
    [{ unit: 'days', length: 365 }, { unit: 'days', length: 30 }, false],
    [{ unit: 'months', length: 12 }, { unit: 'days', length: 366 }, true],
    [{ unit: 'days', length: 400 }, { unit: 'months', length: 12 }, false],
  ])('after %j for %j: %p', (known, wanted, further) =>
    expect(looksFurther([windowed(known)], windowed(wanted))).toBe(further),
  );
  it('are not needed for the first policy', () => expect(looksFurther([], defaultTierPolicy)).toBe(false));

  it('are at every later moment what facts that were never pruned are', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 600 }),
        fc.nat(800),
        (days, later) => {
          const events = recordAll(
            days.toSorted((a, b) => a - b).map((day, index) => bought(index, day)),
            { customerId: 'k' },
          );
          const judgedAt = onDay(Math.max(...days));
          const longer = windowed({ unit: 'months', length: 30 });
          const whole = events.reduce(foldFacts, noFacts);
          const review = { ...newReview('k'), facts: pruneFacts(whole, [defaultTierPolicy], judgedAt), judgedAt };
          const refolding = new FactsRefolding(new Map([['k', review]]), [defaultTierPolicy, longer]);
          for (const event of events) refolding.add(event);
          const [refolded] = refolding.result();
          const at = onDay(Math.max(...days) + later);
          expect(inputsAt(refolded?.facts ?? noFacts, longer, at)).toEqual(inputsAt(whole, longer, at));
          expect(refolded).toMatchObject({ customerId: 'k', judgedAt });
        },
      ),
    ));
  it('are those of customers with a review alone', () => {
    const refolding = new FactsRefolding(new Map(), [defaultTierPolicy]);
    for (const event of recordAll([bought(1, 1)], { customerId: 'k' })) refolding.add(event);
    expect(refolding.result()).toEqual([]);
  });
});
