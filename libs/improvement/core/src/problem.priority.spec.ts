import type { CasesOfWindow } from '@tenure/improvement-contract';
import { impactOf, priorityOf } from './problem.priority';
import { improvementPolicy } from './testing/improvement.fixture';

const rule = improvementPolicy.content.priority;
const cases = (fields: Partial<CasesOfWindow>): CasesOfWindow => ({
  customers: 1,
  byTier: { none: 1 },
  cases: 1,
  money: {},
  ...fields,
});
const judged = (fields: Partial<CasesOfWindow>, personDays: number | null) =>
  priorityOf(impactOf(cases(fields), rule), personDays, rule);

describe('the priority of a problem', () => {
  it.each([
    ['P0', { cases: 10 }, 9.9],
    ['P1', { cases: 10 }, 10],
    ['P2', { cases: 9 }, 9.9],
    ['backlog', { cases: 9 }, 10],
  ] as const)('is %s by %j and %d person days', (priority, impact, personDays) =>
    expect(judged(impact, personDays).priority).toBe(priority),
  );
  it('counts an effort that nobody has estimated as hard, and says so', () =>
    expect(judged({ cases: 10 }, null)).toEqual({
      priority: 'P1',
      reason: {
        zh: '影响高：最近 30 天内 1 个客户（加权 1）、10 个案件（案件数达到 10）；工作量尚未估算，按难处理。',
        en: 'High impact: 1 customers (1 by weight), 10 cases within 30 days (at least 10 cases); nobody has estimated the effort, which counts as hard.',
      },
    }));
  it('weighs customers by their tier, those of no other with 1', () => {
    expect(impactOf(cases({ byTier: { A: 3, B: 3, C: 2, none: 1 } }), rule).weightedCustomers).toBe(18.3);
    expect(judged({ byTier: { A: 4 } }, 1).priority).toBe('P0');
    expect(judged({ byTier: { A: 3, none: 4 } }, 1).priority).toBe('P2');
  });
  it('is high where enough money was paid, in the currency of the rule', () => {
    expect(judged({ money: { CNY: 100_000 } }, 1)).toMatchObject({
      priority: 'P0',
      reason: { en: expect.stringContaining('at least CNY 1,000.00 of compensation') },
    });
    expect(judged({ money: { CNY: 99_999, EUR: 100_000 } }, 1).priority).toBe('P2');
  });
});
