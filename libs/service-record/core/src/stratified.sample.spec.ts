import * as fc from 'fast-check';
import { stratifiedSample } from './stratified.sample';

const record = fc.record({
  recordId: fc.uuid(),
  customerId: fc.constantFrom('k-1', 'k-2'),
  tier: fc.constantFrom('A', 'B', 'C'),
  responsible: fc.constant('anna'),
});
const records = fc.uniqueArray(record, { selector: ({ recordId }) => recordId, maxLength: 200 });
const rule = fc.record({ percent: fc.integer({ min: 0, max: 100 }), atLeastPerTier: fc.integer({ min: 0, max: 20 }) });

describe('a stratified sample', () => {
  it('has the size that the rule says in every stratum, and nothing twice', () =>
    fc.assert(
      fc.property(records, rule, (all, { percent, atLeastPerTier }) => {
        const { strata, sample } = stratifiedSample(all, { percent, atLeastPerTier }, 'seed');
        expect(new Set(sample.map(({ recordId }) => recordId)).size).toBe(sample.length);
        for (const { tier, population, drawn } of strata) {
          expect(population).toBe(all.filter((one) => one.tier === tier).length);
          expect(drawn).toBe(Math.min(population, Math.max(atLeastPerTier, Math.ceil((population * percent) / 100))));
          expect(sample.filter((one) => one.tier === tier)).toHaveLength(drawn);
        }
        expect(strata.reduce((sum, { population }) => sum + population, 0)).toBe(all.length);
        expect(all).toEqual(expect.arrayContaining([...sample]));
      }),
    ));

  it('is the same whatever the order in which the records come', () =>
    fc.assert(
      fc.property(records, rule, fc.infiniteStream(fc.nat()), (all, chosen, dice) => {
        const shuffled = all.map((one) => ({ one, rank: dice.next().value })).sort((a, b) => a.rank - b.rank);
        const again = stratifiedSample(
          shuffled.map(({ one }) => one),
          chosen,
          'seed',
        );
        expect(again).toEqual(stratifiedSample(all, chosen, 'seed'));
      }),
    ));

  it('prefers nobody: over many weeks each of ten records is drawn about as often', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({
      recordId: `s-${index}`,
      customerId: 'k',
      tier: 'A',
      responsible: 'anna',
    }));
    const drawn = new Map<string, number>();
    for (let week = 0; week < 5_000; week++) {
      const { sample } = stratifiedSample(ten, { percent: 20, atLeastPerTier: 1 }, `week-${week}`);
      for (const { recordId } of sample) drawn.set(recordId, (drawn.get(recordId) ?? 0) + 1);
    }
    // Chi-square with 9 degrees of freedom stays below 27.9 in 999 of 1,000 fair draws; this one is always the same.
    const chiSquare = [...drawn.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(drawn.size).toBe(10);
    expect(chiSquare).toBeLessThan(27.9);
  });
});
