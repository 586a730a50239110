import * as fc from 'fast-check';
import { incompleteBeta } from './incomplete.beta';
import { logChoose, logGamma } from './log.gamma';
import { binomialUpperTail, hypergeometricUpperTail, studentUpperTail } from './upper.tails';

/** Of small numbers, by counting. */
function choose(n: number, chosen: number): number {
  if (chosen < 0 || chosen > n) return 0;
  let ways = 1;
  for (let index = 1; index <= chosen; index++) ways = (ways * (n - chosen + index)) / index;
  return ways;
}
const sum = (from: number, to: number, term: (found: number) => number): number => {
  let total = 0;
  for (let found = from; found <= to; found++) total += term(found);
  return total;
};
const near = (found: number, expected: number, precision = 1e-9): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(precision * Math.max(Math.abs(expected), 1e-12));

describe('gamma and beta', () => {
  it('are those of the tables', () => {
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
    near(Math.exp(logGamma(11)), 3_628_800);
    near(Math.exp(logChoose(52, 5)), 2_598_960);
    near(incompleteBeta(0.3, 2, 5), 0.579825, 1e-12);
    near(incompleteBeta(0.5, 3.5, 3.5), 0.5);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('upper tails', () => {
  it('of the binomial distribution are sums of its terms', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(41),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, least, p) =>
          near(
            binomialUpperTail(least, n, p),
            sum(least, n, (found) => choose(n, found) * p ** found * (1 - p) ** (n - found)),
            1e-8,
          ),
      ),
    ));

  it('of the hypergeometric distribution are sums of its terms', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(30), fc.nat(31), (population, a, b, least) => {
        const marked = Math.min(a, population);
        const drawn = Math.min(b, population);
        const ways = (found: number) => choose(marked, found) * choose(population - marked, drawn - found);
        near(
          hypergeometricUpperTail(least, { population, marked, drawn }),
          sum(least, drawn, ways) / choose(population, drawn),
          1e-8,
        );
      }),
    ));

  it("find that of Fisher's lady tasting tea, and of large numbers without overflow", () => {
    near(hypergeometricUpperTail(4, { population: 8, marked: 4, drawn: 4 }), 1 / 70);
    const large = hypergeometricUpperTail(1_200, { population: 1_000_000, marked: 10_000, drawn: 100_000 });
    expect(large).toBeGreaterThan(1e-12);
    expect(large).toBeLessThan(1e-10);
  });

  it("of Student's t are those of the tables", () => {
    near(studentUpperTail(1.812461, 10), 0.05, 1e-5);
    near(studentUpperTail(-1.812461, 10), 0.95, 1e-5);
    near(studentUpperTail(3.36493, 5), 0.01, 1e-5);
    near(studentUpperTail(1, 1), 0.25);
    near(studentUpperTail(4.264891, 1e7), 1e-5, 1e-3);
  });
});
