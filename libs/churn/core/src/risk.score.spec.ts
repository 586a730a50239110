import fc from 'fast-check';
import type { Facts } from '@tenure/behaviour-contract';
import type { ChurnModelContent, Logistic, MbgNbd, Scorecard } from '@tenure/policy-contract';
import { probabilityOf } from '@tenure/statistics';
import { aliveUnder } from './mbg-nbd.explanation';
import { bandOf, scoreOf } from './risk.score';

const title = { zh: '标题', en: 'title' };
const fitted = { from: '2010-12-01', until: '2011-09-01', customers: 10, lost: 4, logLikelihood: -3 };
const bands: ChurnModelContent['bands'] = [
  { band: 'high', atLeast: 60 },
  { band: 'medium', atLeast: 35 },
];
const content = (model: ChurnModelContent['model']): ChurnModelContent => ({
  horizonDays: 90,
  scored: { any: [{ fact: 'orders', atLeast: 1 }, { fact: 'contractual', is: true }] }, // prettier-ignore
  bands,
  daily: { timeZone: 'Asia/Shanghai', hour: 3 },
  model,
});

const scorecard: Scorecard = {
  method: 'scorecard',
  basePoints: 20,
  items: [
    {
      itemId: 'last-order',
      title,
      lines: [
        { when: { fact: 'daysSinceLastOrder', atLeast: 120 }, points: 40 },
        { when: { fact: 'daysSinceLastOrder', atLeast: 60 }, points: 20 },
      ],
    },
    { itemId: 'loyal', title, lines: [{ when: { fact: 'orders', atLeast: 5 }, points: -25 }] },
    { itemId: 'unlikely', title, lines: [{ when: { fact: 'renewalIntention', in: ['unlikely'] }, points: 90 }] },
  ],
};
const logistic: Logistic = {
  method: 'logistic',
  intercept: -0.3,
  features: [
    { fact: 'daysSinceLastOrder', transform: 'log1p', absent: 3, mean: 3.2, deviation: 1.1, weight: 0.8 },
    { fact: 'orders', transform: 'identity', absent: 0, mean: 4, deviation: 3, weight: -0.7 },
    { fact: 'daysSinceLastLogin', transform: 'known', absent: 0, mean: 0.4, deviation: 0.49, weight: -0.2 },
  ],
  fitted,
};
const mbgNbd: MbgNbd = {
  method: 'mbg-nbd',
  r: 0.525,
  alpha: 6.183,
  a: 0.891,
  b: 1.614,
  average: { orderDays: 2, daysSinceFirstOrder: 230, daysSinceLastOrder: 180 },
  fitted,
};
const methods = [content(scorecard), content(logistic), content(mbgNbd)];

const facts: fc.Arbitrary<Facts> = fc
  .record({
    orderDays: fc.integer({ min: 1, max: 60 }),
    more: fc.nat(20),
    first: fc.nat(2_000),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    daysSinceLastLogin: fc.option(fc.nat(500), { nil: undefined }),
  })
  .map(({ orderDays, more, first, share, daysSinceLastLogin }) => ({
    orderDays,
    orders: orderDays + more,
    daysSinceFirstOrder: first,
    daysSinceLastOrder: orderDays === 1 ? first : Math.floor(first * share),
    ...(daysSinceLastLogin !== undefined && { daysSinceLastLogin }),
  }));

describe('a score', () => {
  it('adds up exactly from its base and its contributions, the largest of them first', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...methods), (known, model) => {
        const risk = scoreOf(model, known);
        if (!risk) throw new Error('not scored');
        const { base, contributions, total, unit } = risk.explanation;
        expect(contributions.reduce((sum, { amount }) => sum + amount, base)).toBe(total);
        const sizes = contributions.map(({ amount }) => Math.abs(amount));
        expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
        const percent = unit === 'log-odds' ? 100 * probabilityOf(total) : Math.min(100, Math.max(0, total));
        expect(risk.score).toBeCloseTo(percent, 1);
        expect(risk.score).toBeGreaterThanOrEqual(0);
        expect(risk.score).toBeLessThanOrEqual(100);
        expect(risk.band).toBe(bandOf(bands, risk.score));
      }),
    );
  });

  it('takes of each item the first line that holds, and stays within 0 and 100', () => {
    expect(scoreOf(content(scorecard), { orders: 1, daysSinceLastOrder: 150 })).toMatchObject({
      score: 60,
      band: 'high',
      explanation: { unit: 'points', base: 20, contributions: [{ of: 'last-order', amount: 40 }], total: 60 },
    });
    expect(scoreOf(content(scorecard), { orders: 5, daysSinceLastOrder: 1 })).toMatchObject({ score: 0, band: 'low' });
    const worst: Facts = { orders: 1, daysSinceLastOrder: 150, renewalIntention: 'unlikely' };
    expect(scoreOf(content(scorecard), worst)).toMatchObject({ score: 100, explanation: { total: 150 } });
  });

  it('takes what is not known as the model says, and holds what is extreme within three deviations', () => {
    const risk = scoreOf(content(logistic), { orders: 1_000 });
    const amounts = Object.fromEntries(risk?.explanation.contributions.map(({ of, amount }) => [of, amount]) ?? []);
    expect(amounts['orders']).toBeCloseTo(-2.1, 9);
    expect(amounts['daysSinceLastOrder']).toBeCloseTo((0.8 * (3 - 3.2)) / 1.1, 9);
    expect(amounts['daysSinceLastLogin:known']).toBeCloseTo((-0.2 * -0.4) / 0.49, 9);
  });

  it('has nothing to add of a customer who is the average one', () => {
    const { average } = mbgNbd;
    const risk = scoreOf(content(mbgNbd), { orders: 2, ...average });
    for (const { amount } of risk?.explanation.contributions ?? []) expect(amount).toBeCloseTo(0, 9);
  });

  it('rises with silence, and is never below the probability that the customer is gone for good', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const risk = scoreOf(content(mbgNbd), known);
        const alive = aliveUnder(mbgNbd, known) ?? NaN;
        expect(risk?.score).toBeGreaterThanOrEqual(100 * (1 - alive) - 0.01);
      }),
    );
  });

  it.each([
    ['nothing is known', {}],
    ['there was no order', { orders: 0, orderDays: 0 }],
  ])('is not given where %s', (_what, known) => {
    for (const model of methods) expect(scoreOf(model, known)).toBeUndefined();
  });

  it('is not given by MBG/NBD to who has a contract and no order', () => {
    const known: Facts = { contractual: true, orders: 0, orderDays: 0 };
    expect(scoreOf(content(mbgNbd), known)).toBeUndefined();
    expect(scoreOf(content(scorecard), known)).toMatchObject({ score: 20 });
  });

  it('is given to who has ordered once, today', () => {
    const once: Facts = { orders: 1, orderDays: 1, daysSinceFirstOrder: 0, daysSinceLastOrder: 0 };
    for (const model of methods) expect(scoreOf(model, once)?.score).toBeGreaterThanOrEqual(0);
  });
});
