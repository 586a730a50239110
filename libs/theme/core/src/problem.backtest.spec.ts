import { problemsInPast, type PastComplaint } from './problem.backtest';
import { rule } from './testing/seeded.flows';

const complaint = (day: number, theme: string, product: string | null = null): PastComplaint => ({
  themes: [theme],
  steps: theme === 'late' ? ['delivery'] : [],
  product,
  day,
  at: new Date(day * 86_400_000 + 3_600_000).toISOString(),
});
const steady = Array.from({ length: 300 }, (_day, day) => [complaint(day, day % 2 ? 'late' : 'rude', 'shoes')]).flat();
const rising = Array.from({ length: 20 }, (_day, index) =>
  [1, 2, 3, 4].map(() => complaint(250 + index, 'late', 'shoes')),
).flat();

describe('what a rule would have opened', () => {
  it('is nothing in a steady past', () => expect(problemsInPast(steady, rule)).toEqual([]));

  it('is one problem for one rise, whatever the order, on the first day that shows it', () => {
    const found = problemsInPast([...steady, ...rising], rule);
    expect(found.map(({ group }) => group)).toEqual(['theme:late']);
    expect(found[0]?.day).toBeLessThan(256);
    expect(problemsInPast([...steady, ...rising].toReversed(), rule)).toEqual(found);
  });

  it('is less where the rule asks for more', () => {
    const history = [...steady, ...rising];
    expect(problemsInPast(history, { ...rule, leastCases: 500 })).toEqual([]);
    expect(problemsInPast(history, { ...rule, groups: ['step'] }).map(({ group }) => group)).toEqual(['step:delivery']);
  });
});
