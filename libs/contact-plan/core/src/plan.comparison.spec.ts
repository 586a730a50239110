import { planComparison, tiersThatDiffer } from './plan.comparison';
import { monthlyVisits, planPolicy } from './testing/contact-plan.fixture';

const tiers = [
  { tier: 'A', customers: 3 },
  { tier: 'B', customers: 20 },
  { tier: 'C', customers: 100 },
];
const [before, after] = [planPolicy.content, monthlyVisits.content];

describe('comparing contact plans', () => {
  it('names the tiers that are contacted otherwise', () => {
    expect(tiersThatDiffer(before, after, tiers).map(({ tier }) => tier)).toEqual(['A', 'B']);
    expect(tiersThatDiffer(before, before, tiers)).toEqual([]);
    expect(tiersThatDiffer(undefined, after, tiers).map(({ tier }) => tier)).toEqual(['A']);
  });
  it('counts their customers, and says what they get now and then', () =>
    expect(planComparison(before, after, tiers, [{ customerId: 'k-1', tier: 'A' }])).toMatchObject({
      of: 'customers',
      looked: 123,
      changed: 23,
      changes: [
        { from: 'B: a call each month, a report each quarter', to: 'B: nothing', count: 20 },
        { from: 'A: a visit each quarter', to: 'A: a visit each month', count: 3 },
      ],
      examples: [{ id: 'k-1', customerId: 'k-1', from: 'A: a visit each quarter', to: 'A: a visit each month' }],
    }));
  it('says how many periods go together', () => {
    const contacts = [{ kind: 'report', every: { unit: 'month', count: 2 } }] as const;
    const plans = [{ tier: 'C', contacts }];
    expect(planComparison(before, { ...before, plans }, tiers.slice(2), []).changes).toEqual([
      { from: 'C: nothing', to: 'C: a report every 2 months', count: 100 },
    ]);
  });
});
