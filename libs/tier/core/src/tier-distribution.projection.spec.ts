import * as fc from 'fast-check';
import { projected, recordAll } from '@tenure/kernel/testing';
import type { TierEvent } from '@tenure/tier-contract';
import { tier } from './tier.decider';
import { tierDistribution } from './tier-distribution.projection';

const inputs = { spendMinor: 0, currency: 'CNY', cooperationMonths: 0 };
const day = (number: number): string => `2011-03-0${number}T12:00:00Z`;
const rowsOf = (events: readonly TierEvent[]) => projected(tierDistribution, recordAll(events));

describe('tier distribution', () => {
  it('keeps the change of every day', () => {
    const judged = { customerId: 'k', policyId: 'p', policyVersion: 1, inputs, reasons: [] };
    expect(
      rowsOf([
        { type: 'TierAssigned', data: { ...judged, tier: 'C', judgedAt: day(1) } },
        { type: 'TierAssigned', data: { ...judged, customerId: 'l', tier: 'C', judgedAt: day(1) } },
        { type: 'TierChanged', data: { ...judged, from: 'C', to: 'A', previousPolicyId: 'p', judgedAt: day(2) } },
      ]),
    ).toEqual([
      { key: '2011-03-01|p|C', day: '2011-03-01', policyId: 'p', tier: 'C', change: 2 },
      { key: '2011-03-02|p|C', day: '2011-03-02', policyId: 'p', tier: 'C', change: -1 },
      { key: '2011-03-02|p|A', day: '2011-03-02', policyId: 'p', tier: 'A', change: 1 },
    ]);
  });

  it('adds up to the tier that each customer is in, whatever judgements and overrides led there', () => {
    const anyTier = fc.constantFrom('A', 'B', 'C');
    const on = { customerId: fc.constant('k'), occurredAt: fc.integer({ min: 1, max: 9 }).map(day) };
    const person = { by: fc.constant('anna'), reason: fc.constantFrom('one', 'two') };
    const anyCommand = fc.oneof(
      fc.record({
        ...on,
        type: fc.constant('JudgeTier'),
        policyId: fc.constantFrom('p', 'q'),
        policyVersion: fc.constant(1),
        tier: anyTier,
        inputs: fc.constant(inputs),
        reasons: fc.constant([]),
      }),
      fc.record({ ...on, ...person, type: fc.constant('OverrideTier'), tier: anyTier, until: on.occurredAt }),
      fc.record({ ...on, ...person, type: fc.constant('EndTierOverride') }),
    );
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        let state = tier.initial;
        const events: TierEvent[] = [];
        for (const command of commands) {
          const decision = tier.decide(command, state);
          if (!decision.accepted) continue;
          events.push(...decision.events);
          state = decision.events.reduce(tier.evolve, state);
        }
        const sums = new Map<string, number>();
        for (const row of rowsOf(events)) {
          const key = `${row.policyId} ${row.tier}`;
          sums.set(key, (sums.get(key) ?? 0) + row.change);
        }
        const counted = [...sums].filter(([, sum]) => sum !== 0);
        expect(counted).toEqual(state.tier === undefined ? [] : [[`${state.policyId ?? 'none'} ${state.tier}`, 1]]);
      }),
    );
  });
});
