import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { TierEvent } from '@tenure/tier-contract';
import { tier } from './tier.decider';

const { given } = specify(tier);
const day = (number: number) => `2011-03-0${number}T00:00:00Z`;
const customerId = 'k-1';
const inputs = { spendMinor: 500_000, currency: 'GBP', cooperationMonths: 3 };
const judgement = { customerId, policyId: 'p', policyVersion: 1, inputs, reasons: ['A: spend'] };

const judge = (wanted: string, at: string) =>
  ({ type: 'JudgeTier', ...judgement, tier: wanted, occurredAt: at }) as const;
const assigned = (to: string, at: string): TierEvent => ({
  type: 'TierAssigned',
  data: { ...judgement, tier: to, judgedAt: at },
});
const changed = (from: string, to: string, at: string): TierEvent => ({
  type: 'TierChanged',
  data: { ...judgement, from, to, previousPolicyId: 'p', judgedAt: at },
});
const overrideBy = { customerId, tier: 'A', by: 'anna', reason: 'Reference customer', until: day(5) };
const override = { type: 'OverrideTier', ...overrideBy, occurredAt: day(3) } as const;
const overridden: TierEvent = {
  type: 'TierOverridden',
  data: { ...overrideBy, from: 'C', policyId: 'p', overriddenAt: day(3) },
};
const end = { type: 'EndTierOverride', customerId, by: 'bo', reason: 'No longer one', occurredAt: day(4) } as const;
const ended: TierEvent = {
  type: 'TierOverrideEnded',
  data: {
    customerId,
    from: 'A',
    to: 'C',
    policyId: 'p',
    cause: 'ended',
    by: 'bo',
    reason: 'No longer one',
    endedAt: day(4),
  },
};
const expired: TierEvent = {
  type: 'TierOverrideEnded',
  data: { customerId, from: 'A', to: 'C', policyId: 'p', cause: 'expired', endedAt: day(5) },
};

describe('tier', () => {
  it('is assigned by the first judgement, with its inputs and reasons', () =>
    given()
      .when(judge('C', day(1)))
      .then(assigned('C', day(1))));
  it('changes when the policy says otherwise, and only then', () => {
    given(assigned('C', day(1)))
      .when(judge('A', day(2)))
      .then(changed('C', 'A', day(2)));
    given(assigned('C', day(1)))
      .when(judge('C', day(2)))
      .then();
  });
  it('ignores a judgement older than the newest', () =>
    given(assigned('C', day(2)))
      .when(judge('A', day(1)))
      .then());

  it('is what a person says until the override ends', () => {
    given(assigned('C', day(1)))
      .when(override)
      .then(overridden);
    given(assigned('C', day(1)), overridden)
      .when(judge('B', day(4)))
      .then();
  });
  it('is judged anew when the override has expired', () => {
    given(assigned('C', day(1)), overridden)
      .when(judge('C', day(5)))
      .then(expired);
    given(assigned('C', day(1)), overridden)
      .when(judge('B', day(6)))
      .then(expired, changed('C', 'B', day(6)));
  });
  it('goes back to what was judged when a person ends the override', () => {
    given(assigned('C', day(1)), overridden)
      .when(end)
      .then(ended);
    expect(given(assigned('C', day(1)), overridden, ended).state()).toMatchObject({ tier: 'C', override: undefined });
  });
  it('can be overridden before it was ever judged, and is assigned afterwards', () => {
    const first: TierEvent = { type: 'TierOverridden', data: { ...overrideBy, overriddenAt: day(3) } };
    given().when(override).then(first);
    given(first)
      .when(judge('B', day(5)))
      .then(
        { type: 'TierOverrideEnded', data: { customerId, from: 'A', cause: 'expired', endedAt: day(5) } },
        assigned('B', day(5)),
      );
  });
  it('refuses an override that is over before it starts, and the end of none', () => {
    given()
      .when({ ...override, until: day(3) })
      .thenRejected('tier-override-ends-before-it-starts');
    given(overridden)
      .when({ ...end, occurredAt: day(1) })
      .thenRejected('tier-override-ends-before-it-starts');
    given(assigned('C', day(1)))
      .when(end)
      .thenRejected('tier-not-overridden');
  });

  const anyTier = fc.constantFrom('A', 'B', 'C');
  const anyDay = fc.integer({ min: 1, max: 9 }).map(day);
  const person = { by: fc.constantFrom('anna', 'bo'), reason: fc.constantFrom('one', 'two') };
  const on = { customerId: fc.constant(customerId), occurredAt: anyDay };
  const commands = {
    JudgeTier: fc.record({
      ...on,
      type: fc.constant('JudgeTier'),
      policyId: fc.constantFrom('p', 'q'),
      policyVersion: fc.constant(1),
      tier: anyTier,
      inputs: fc.constant(inputs),
      reasons: fc.constant([]),
    }),
    OverrideTier: fc.record({ ...on, ...person, type: fc.constant('OverrideTier'), tier: anyTier, until: anyDay }),
    EndTierOverride: fc.record({ ...on, ...person, type: fc.constant('EndTierOverride') }),
  } as const;

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(tier, commands));
});
