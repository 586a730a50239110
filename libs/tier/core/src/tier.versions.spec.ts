import * as fc from 'fast-check';
import { recordAll } from '@tenure/kernel/testing';
import { inForce } from '@tenure/policy-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { TierPolicy } from '@tenure/tier-contract';
import { addMonths } from './calendar';
import { foldFacts, noFacts } from './customer.facts';
import { onlineRetailTierPolicy } from './testing/shipped.policies';
import { inputsAt } from './tier.inputs';
import { judgeTier } from './tier.judgement';
import { newReview, reviewDue, reviewOnEvent, type TierPolicies } from './tier.review';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2011, 0, 1);
const minutesOn = (minutes: number): string => new Date(START_MS + minutes * MINUTE_MS).toISOString();
const DAY = 24 * 60;
const END = minutesOn(1_300 * DAY);

const versionsFrom = (effective: readonly number[], spendPercent: number | undefined): TierPolicy[] =>
  [0, ...effective].map((minutes, index) => ({
    ...onlineRetailTierPolicy,
    version: index + 1,
    effectiveFrom: minutes === 0 ? onlineRetailTierPolicy.effectiveFrom : minutesOn(minutes),
    tiers: [
      { tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 400_000 - index * 90_000 }] }] },
      { tier: 'B', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 120_000 - index * 40_000 }] }] },
    ],
    ...(spendPercent !== undefined && { hysteresis: { spendPercent } }),
  }));

const bought = (amountMinor: number, minutes: number): Bought => ({
  type: 'PurchaseRecorded',
  data: {
    purchaseId: `p-${minutes}`,
    customerId: 'k',
    lines: [],
    total: { amountMinor, currency: 'GBP' },
    purchasedAt: minutesOn(minutes),
  },
});

type Bought = Extract<PurchaseEvent, { type: 'PurchaseRecorded' }>;

describe('tiers under versions of a policy', () => {
  // Odd minutes for purchases and even ones for versions: no two things happen at the same moment.
  const anyPurchases = fc.uniqueArray(fc.tuple(fc.nat(700 * 720), fc.integer({ min: 1, max: 300_000 })), {
    selector: ([half]) => half % 720,
    minLength: 1,
    maxLength: 15,
  });
  const anyVersions = fc.uniqueArray(fc.integer({ min: 1, max: 1_200 * 720 }), { maxLength: 2 });
  const anyHysteresis = fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined });

  it('are at every moment what judging each change in turn gives, whatever happens between publication and effect', () =>
    fc.assert(
      fc.property(anyPurchases, anyVersions, anyHysteresis, (purchases, effective, spendPercent) => {
        const versions = versionsFrom(
          effective.toSorted((a, b) => a - b).map((half) => half * 2),
          spendPercent,
        );
        const policies: TierPolicies = {
          fallbackPolicyId: onlineRetailTierPolicy.policyId,
          versions: new Map([[onlineRetailTierPolicy.policyId, versions]]),
        };
        const events = purchases.toSorted(([a], [b]) => a - b).map(([half, amount]) => bought(amount, half * 2 + 1));

        let review = newReview('k');
        const actual: { at: string; tier: string }[] = [];
        for (const event of events) {
          const [recorded] = recordAll([event], { customerId: 'k', occurredAt: event.data.purchasedAt });
          const reviewed = recorded ? reviewOnEvent(review, recorded, policies) : { review, verdicts: [] };
          review = reviewed.review;
          actual.push(...reviewed.verdicts);
        }
        actual.push(...reviewDue(review, END, policies).verdicts);

        expect(actual.map(({ at, tier }) => [Date.parse(at), tier])).toEqual(expectedOf(events, versions));
      }),
      { numRuns: 300 },
    ));
});

/** Every moment at which anything changes, judged in turn. */
function expectedOf(events: readonly PurchaseEvent[], versions: readonly TierPolicy[]): [number, string][] {
  const facts = events.reduce(foldFacts, noFacts);
  const bounds = facts.entries.flatMap(({ countsFromMs, datedMs }) => [countsFromMs, addMonths(datedMs, 12)]);
  const first = Math.min(...bounds);
  const effective = versions.map(({ effectiveFrom }) => Date.parse(effectiveFrom)).filter((moment) => moment > first);
  const changes: [number, string][] = [];
  let held: string | undefined;
  for (const moment of [...new Set([...bounds, ...effective])].sort((a, b) => a - b)) {
    const at = new Date(moment).toISOString();
    const policy = inForce(versions, at);
    if (!policy) continue;
    const { tier } = judgeTier(policy, inputsAt(facts, policy, at), held);
    if (tier !== held) changes.push([moment, tier]);
    held = tier;
  }
  return changes;
}
