import fc from 'fast-check';
import { deviationsOf, normalQuantile } from './normal.quantile';
import { newcombeInterval, wilsonInterval } from './proportion.bounds';

it('knows the quantiles of the normal distribution', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(deviationsOf(0.95)).toBeCloseTo(1.959963985, 8);
  expect(deviationsOf(0.99)).toBeCloseTo(2.575829304, 8);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 8);
  expect(normalQuantile(0.999)).toBeCloseTo(3.090232306, 8);
});

/* Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I. */
it.each([
  [{ successes: 81, n: 263 }, 0.2553, 0.3662],
  [{ successes: 15, n: 148 }, 0.0624, 0.1605],
  [{ successes: 0, n: 20 }, 0, 0.1611],
  [{ successes: 1, n: 29 }, 0.0061, 0.1718],
])('has the share %j between %d and %d', (proportion, low, high) => {
  const interval = wilsonInterval(proportion, 0.95);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

/* Newcombe, "Interval estimation for the difference between independent proportions" (1998), table II, method 10. */
it.each([
  [{ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.0524, 0.3339],
  [{ successes: 9, n: 10 }, { successes: 3, n: 10 }, 0.1705, 0.809],
  [{ successes: 5, n: 56 }, { successes: 0, n: 29 }, -0.0381, 0.1926],
  [{ successes: 10, n: 10 }, { successes: 0, n: 10 }, 0.6075, 1],
])('has the difference of %j and %j between %d and %d', (a, b, low, high) => {
  const interval = newcombeInterval(a, b, 0.95);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

it('concludes nothing from an empty group', () => {
  expect(wilsonInterval({ successes: 0, n: 0 }, 0.95)).toEqual({ low: 0, high: 1 });
  expect(newcombeInterval({ successes: 0, n: 0 }, { successes: 1, n: 2 }, 0.95)).toBeUndefined();
  expect(newcombeInterval({ successes: 1, n: 2 }, { successes: 0, n: 0 }, 0.95)).toBeUndefined();
});

const proportion = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ successes: fc.nat(n), n: fc.constant(n) }));

it('holds the share, stays within what is possible, and mirrors when the groups change places', () => {
  fc.assert(
    fc.property(proportion, proportion, fc.constantFrom(0.8, 0.95, 0.99), (a, b, confidence) => {
      const { low, high } = wilsonInterval(a, confidence);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(a.successes / a.n + 1e-12);
      expect(high).toBeGreaterThanOrEqual(a.successes / a.n - 1e-12);
      expect(high).toBeLessThanOrEqual(1);
      const [one, other] = [newcombeInterval(a, b, confidence), newcombeInterval(b, a, confidence)];
      expect(one?.low).toBeCloseTo(-(other?.high ?? NaN), 9);
      expect(one?.low).toBeGreaterThanOrEqual(-1);
      expect(one?.high).toBeLessThanOrEqual(1);
    }),
  );
});
