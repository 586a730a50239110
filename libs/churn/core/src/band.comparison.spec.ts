import type { ChurnModelContent } from '@tenure/policy-contract';
import { BandComparison } from './band.comparison';

const title = { zh: '标题', en: 'title' };
const asking = (days: number, orders = 1): ChurnModelContent => ({
  horizonDays: 90,
  scored: { fact: 'orders', atLeast: orders },
  bands: [{ band: 'high', atLeast: 60 }],
  daily: { timeZone: 'Asia/Shanghai', hour: 3 },
  model: {
    method: 'scorecard',
    basePoints: 0,
    items: [{ itemId: 'i', title, lines: [{ when: { fact: 'daysSinceLastOrder', atLeast: days }, points: 80 }] }],
  },
});

it('counts who would be in another band', () => {
  const comparison = new BandComparison(asking(90), asking(30, 2));
  comparison.add('k-1', { orders: 3, daysSinceLastOrder: 100 });
  comparison.add('k-2', { orders: 3, daysSinceLastOrder: 50 });
  comparison.add('k-3', { orders: 3, daysSinceLastOrder: 40 });
  comparison.add('k-4', { orders: 1, daysSinceLastOrder: 10 });
  comparison.add('k-5', { orders: 0 });
  expect(comparison.result()).toMatchObject({
    of: 'customers',
    looked: 5,
    changed: 3,
    changes: [
      { from: 'low', to: 'high', count: 2 },
      { from: 'low', to: 'not scored', count: 1 },
    ],
    examples: [{ customerId: 'k-2' }, { customerId: 'k-3' }, { customerId: 'k-4' }],
  });
});

it('compares with nothing where nothing is in force', () => {
  const comparison = new BandComparison(undefined, asking(30));
  comparison.add('k-1', { orders: 1, daysSinceLastOrder: 10 });
  expect(comparison.result().changes).toEqual([{ from: 'not scored', to: 'low', count: 1 }]);
});
