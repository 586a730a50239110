import fc from 'fast-check';
import { meanInterval, studentDeviations, welchInterval } from './mean.bounds';

/* Student's t, two-sided: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2. */
it.each([
  [0.95, 1, 12.706],
  [0.95, 2, 4.303],
  [0.95, 10, 2.228],
  [0.99, 30, 2.75],
  [0.9, 100, 1.66],
  [0.998, 5, 5.893],
])('covers %d of Student’s t of %d degrees within %d deviations', (confidence, degrees, deviations) =>
  expect(studentDeviations(confidence, degrees)).toBeCloseTo(deviations, 3),
);

/* Student's own: the sleep gained on two drugs by ten patients each (Biometrika 6, 1908), taken as two groups. */
const first = { n: 10, mean: 0.75, deviation: 1.78901 };
const second = { n: 10, mean: 2.33, deviation: 2.00225 };

it('has the sleep of Student’s patients as it is published', () => {
  const interval = welchInterval(first, second, 0.95);
  expect(interval?.difference).toBeCloseTo(-1.58, 9);
  expect(interval?.low).toBeCloseTo(-3.3655, 3);
  expect(interval?.high).toBeCloseTo(0.2055, 3);
});

it('says nothing of a single value, and is certain of what never varies', () => {
  expect(meanInterval({ n: 1, mean: 3, deviation: 0 }, 0.95)).toBeUndefined();
  expect(welchInterval({ n: 1, mean: 3, deviation: 0 }, first, 0.95)).toBeUndefined();
  const still = { n: 5, mean: 4, deviation: 0 };
  expect(meanInterval(still, 0.95)).toEqual({ low: 4, high: 4 });
  expect(welchInterval(still, { ...still, mean: 1 }, 0.95)).toEqual({ difference: 3, low: 3, high: 3 });
});

const sample = fc.record({
  n: fc.integer({ min: 2, max: 10_000 }),
  mean: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  deviation: fc.double({ min: 0, max: 1e4, noNaN: true }),
});

it('is the same seen from the other side, wider for more confidence, and around the difference', () =>
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const [one, other] = [welchInterval(a, b, 0.95), welchInterval(b, a, 0.95)];
      expect(one?.low).toBeCloseTo(-(other?.high ?? NaN), 6);
      const wider = welchInterval(a, b, 0.99);
      expect(wider?.low).toBeLessThanOrEqual(one?.low ?? NaN);
      expect(one?.low).toBeLessThanOrEqual(a.mean - b.mean);
    }),
  ));
