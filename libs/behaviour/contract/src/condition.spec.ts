import { atomsOf, holds, type Condition } from './condition';
import type { Facts } from './fact.catalogue';

const facts: Facts = { orders: 3, tier: 'A', contractual: false };

describe('a condition', () => {
  it.each<[boolean, Condition]>([
    [true, { fact: 'orders', atLeast: 3 }],
    [false, { fact: 'orders', below: 3 }],
    [true, { fact: 'orders', atLeast: 3, below: 4 }],
    [false, { fact: 'orders', atLeast: 4, below: 9 }],
    [true, { fact: 'tier', in: ['B', 'A'] }],
    [false, { fact: 'tier', in: ['B'] }],
    [true, { fact: 'contractual', is: false }],
    [false, { fact: 'contractual', is: true }],
    [true, { fact: 'tier', known: true }],
    [true, { fact: 'lastRating', known: false }],
    [true, { all: [{ fact: 'orders', atLeast: 1 }, { not: { fact: 'tier', in: ['C'] } }] }],
    [
      false,
      {
        all: [
          { fact: 'orders', atLeast: 1 },
          { fact: 'tier', in: ['C'] },
        ],
      },
    ],
    [
      true,
      {
        any: [
          { fact: 'orders', atLeast: 9 },
          { fact: 'tier', in: ['A'] },
        ],
      },
    ],
  ])('holds or not: %s of %j', (expected, condition) => expect(holds(condition, facts)).toBe(expected));

  it.each<Condition>([
    { fact: 'daysSinceLastOrder', atLeast: 0 },
    { fact: 'daysSinceLastOrder', below: 9 },
    { fact: 'stage', in: ['churned'] },
  ])('does not hold of what nothing is known about: %j', (condition) => expect(holds(condition, facts)).toBe(false));

  it('tells its atoms from left to right', () => {
    const orders: Condition = { fact: 'orders', atLeast: 1 };
    const tier: Condition = { fact: 'tier', in: ['A'] };
    const stage: Condition = { fact: 'stage', known: false };
    expect(atomsOf({ all: [orders, { any: [{ not: tier }, stage] }] })).toEqual([orders, tier, stage]);
  });
});
