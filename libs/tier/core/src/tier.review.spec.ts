import * as fc from 'fast-check';
import type { Recorded } from '@tenure/kernel';
import { inputsAt } from './tier.inputs';
import { judgeTier } from './tier.judgement';
import { onlineRetailTierPolicy } from './testing/shipped.policies';
import { foldFacts, noFacts } from './customer.facts';
import {
  newReview,
  reviewDue,
  reviewOnEvent,
  type ReviewEvent,
  type TierPolicies,
  type TierVerdict,
} from './tier.review';

const policies: TierPolicies = {
  fallbackPolicyId: onlineRetailTierPolicy.policyId,
  versions: new Map([[onlineRetailTierPolicy.policyId, [onlineRetailTierPolicy]]]),
};
const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2011, 0, 1);
const onDay = (day: number): string => new Date(START_MS + day * DAY_MS).toISOString();

function recorded<Event extends ReviewEvent>(event: Event, day: number, index: number): Recorded<Event> {
  const occurredAt = onDay(day);
  return {
    ...event,
    id: `e-${index}`,
    stream: 's-1',
    revision: 0n,
    position: BigInt(index),
    recordedAt: occurredAt,
    metadata: {
      commandId: '',
      correlationId: '',
      actor: 'a',
      source: 's',
      customerId: 'k',
      occurredAt,
      schemaVersion: 1,
    },
  };
}

const bought = (amountMinor: number, day: number, index: number) =>
  recorded(
    {
      type: 'PurchaseRecorded',
      data: {
        purchaseId: `p-${index}`,
        customerId: 'k',
        lines: [],
        total: { amountMinor, currency: 'GBP' },
        purchasedAt: onDay(day),
      },
    },
    day,
    index,
  );

function reviewAll(events: readonly Recorded<ReviewEvent>[], until: string) {
  let review = newReview('k');
  const verdicts: TierVerdict[] = [];
  for (const event of events) {
    const reviewed = reviewOnEvent(review, event, policies);
    verdicts.push(...reviewed.verdicts);
    review = reviewed.review;
  }
  const due = reviewDue(review, until, policies);
  return { review: due.review, verdicts: [...verdicts, ...due.verdicts] };
}

describe('tier review', () => {
  it('rises on a purchase and falls when the purchase leaves the window, each at its own time', () => {
    const { verdicts } = reviewAll([bought(100, 0, 1), bought(500_000, 10, 2)], onDay(1_000));
    expect(verdicts.map(({ tier, at, cause }) => ({ tier, at, cause }))).toEqual([
      { tier: 'C', at: onDay(0), cause: 'e-1' },
      { tier: 'A', at: onDay(10), cause: 'e-2' },
      { tier: 'C', at: '2012-01-11T00:00:00.000Z', cause: 'time' },
    ]);
  });

  it('leaves an overridden tier alone until the override ends, and judges then', () => {
    const override = recorded(
      {
        type: 'TierOverridden',
        data: {
          customerId: 'k',
          from: 'C',
          tier: 'A',
          by: 'anna',
          reason: 'goodwill',
          until: onDay(60),
          overriddenAt: onDay(5),
        },
      },
      5,
      2,
    );
    const { verdicts, review } = reviewAll([bought(100, 0, 1), override, bought(130_000, 20, 3)], onDay(100));
    expect(verdicts.map(({ tier, at }) => ({ tier, at }))).toEqual([
      { tier: 'C', at: onDay(0) },
      { tier: 'B', at: onDay(60) },
    ]);
    expect(review).toMatchObject({ tier: 'B', overriddenUntil: undefined });
  });

  it('gives on every day the tier that judging that day from scratch gives', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 450_000 })), {
          minLength: 1,
          maxLength: 25,
        }),
        (purchases) => {
          const events = purchases.sort(([a], [b]) => a - b).map(([day, amount], index) => bought(amount, day, index));
          const { verdicts } = reviewAll(events, onDay(1_200));
          const [firstDay = 0] = purchases[0] ?? [];
          for (let day = firstDay; day <= 1_200; day += 1) {
            const facts = events.filter(({ metadata }) => metadata.occurredAt <= onDay(day)).reduce(foldFacts, noFacts);
            const expected = judgeTier(
              onlineRetailTierPolicy,
              inputsAt(facts, onlineRetailTierPolicy, onDay(day)),
            ).tier;
            const actual = verdicts.findLast(({ at }) => Date.parse(at) <= Date.parse(onDay(day)))?.tier;
            if (actual !== expected) throw new Error(`day ${day}: ${actual} instead of ${expected}`);
          }
        },
      ),
      { numRuns: 60 },
    ));
});
