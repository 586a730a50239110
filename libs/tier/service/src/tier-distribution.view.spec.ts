import { distributionAt } from './tier-distribution.view';

const change = (day: string, tier: string, by: number) => ({ day, tier, change: by });

describe('tier distribution over time', () => {
  it('adds up, month by month, quiet months included', () => {
    const changes = [
      change('2010-11-01', 'C', 2),
      change('2010-11-30', 'C', 1),
      change('2011-02-03', 'A', 1),
      change('2011-02-03', 'C', -1),
    ];
    expect(distributionAt('2011-03-15', changes)).toEqual({
      at: '2011-03-15',
      tiers: [
        { tier: 'A', customers: 1 },
        { tier: 'C', customers: 2 },
      ],
      months: [
        { month: '2010-11', tiers: [{ tier: 'C', customers: 3 }] },
        { month: '2010-12', tiers: [{ tier: 'C', customers: 3 }] },
        { month: '2011-01', tiers: [{ tier: 'C', customers: 3 }] },
        {
          month: '2011-02',
          tiers: [expect.objectContaining({ tier: 'A', customers: 1 }), { tier: 'C', customers: 2 }],
        },
        {
          month: '2011-03',
          tiers: [expect.objectContaining({ tier: 'A', customers: 1 }), { tier: 'C', customers: 2 }],
        },
      ],
    });
  });

  it('is empty before anything happened', () =>
    expect(distributionAt('2010-01-01', [])).toEqual({ at: '2010-01-01', tiers: [], months: [] }));
});
