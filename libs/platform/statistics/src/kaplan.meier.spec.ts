import fc from 'fast-check';
import { kaplanMeier, survivalAt, type Duration } from './kaplan.meier';

const lost = (days: number): Duration => ({ days, churned: true });
const followed = (days: number): Duration => ({ days, churned: false });

/*
 * Remission of leukaemia under 6-mercaptopurine (Freireich et al. 1963), the usual textbook example: weeks, + still in
 * remission. Estimates as in Cox & Oakes, "Analysis of Survival Data" (1984), table 4.1.
 */
const MERCAPTOPURINE = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(lost),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(followed),
];

it('estimates what the textbooks have', () => {
  const steps = kaplanMeier(MERCAPTOPURINE);
  expect(steps.map(({ days, atRisk, churned }) => [days, atRisk, churned])).toEqual([
    [6, 21, 3],
    [7, 17, 1],
    [10, 15, 1],
    [13, 12, 1],
    [16, 11, 1],
    [22, 7, 1],
    [23, 6, 1],
  ]);
  const rounded = steps.map(({ survival }) => Number(survival.toFixed(3)));
  expect(rounded).toEqual([0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]);
});

it('gives an interval on the log-minus-log scale by Greenwood', () => {
  const [first] = kaplanMeier(MERCAPTOPURINE);
  // survfit(Surv(time, status) ~ 1, conf.type = "log-log"): 0.857, 0.620 to 0.952
  expect(first?.low).toBeCloseTo(0.6197, 4);
  expect(first?.high).toBeCloseTo(0.9516, 4);
});

it('says what share is kept beyond a number of days', () => {
  const steps = kaplanMeier(MERCAPTOPURINE);
  expect(survivalAt(steps, 5)).toBe(1);
  expect(survivalAt(steps, 6)).toBeCloseTo(0.857, 3);
  expect(survivalAt(steps, 9)).toBeCloseTo(0.807, 3);
});

it('has no step where nobody was lost, and none left where all were', () => {
  expect(kaplanMeier([])).toEqual([]);
  expect(kaplanMeier([followed(3), followed(9)])).toEqual([]);
  expect(kaplanMeier([lost(4), lost(4)])).toEqual([
    { days: 4, atRisk: 2, churned: 2, censored: 0, survival: 0, low: 0, high: 0 },
  ]);
});

const durations = fc.array(fc.record({ days: fc.nat(60), churned: fc.boolean() }), { maxLength: 80 });

it('never rises, stays within its interval, and asks for no order', () => {
  fc.assert(
    fc.property(durations, (all) => {
      const steps = kaplanMeier(all);
      let before = 1;
      for (const { survival, low, high } of steps) {
        expect(survival).toBeLessThanOrEqual(before);
        expect(low).toBeLessThanOrEqual(survival + 1e-12);
        expect(high).toBeGreaterThanOrEqual(survival - 1e-12);
        before = survival;
      }
      expect(kaplanMeier([...all].reverse())).toEqual(steps);
    }),
  );
});

it('is the plain share where everybody was followed to the end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 60 }), (days) => {
      const steps = kaplanMeier(days.map(lost));
      for (const step of steps)
        expect(step.survival).toBeCloseTo(days.filter((one) => one > step.days).length / days.length, 9);
    }),
  );
});
