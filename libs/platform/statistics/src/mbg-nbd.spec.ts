import fc from 'fast-check';
import { fitMbgNbd } from './mbg-nbd.fit';
import { logLikelihood, probabilityAlive, probabilityOfNone, type BuyingHistory } from './mbg-nbd.model';
import { CDNOW } from './testing/cdnow.sample';

/* As fitted to the sample by BTYDplus (M. Platzer); the test suite of Lifetimes holds itself to the same figures. */
const PUBLISHED = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };

it('reads the sample whole', () => {
  expect(CDNOW).toHaveLength(2_357);
  expect(CDNOW.filter(({ repeats }) => repeats === 0)).toHaveLength(1_411);
  expect(CDNOW.reduce((sum, { repeats }) => sum + repeats, 0)).toBe(2_457);
});

it('fits the parameters that are published for it', () => {
  const fit = fitMbgNbd(CDNOW);
  expect(fit?.converged).toBe(true);
  expect(fit?.parameters.r).toBeCloseTo(PUBLISHED.r, 3);
  expect(fit?.parameters.alpha).toBeCloseTo(PUBLISHED.alpha, 3);
  expect(fit?.parameters.a).toBeCloseTo(PUBLISHED.a, 3);
  expect(fit?.parameters.b).toBeCloseTo(PUBLISHED.b, 3);
});

/* As the test suite of pymc-marketing (its MBG/NBD model) has them, for a = 0.8, b = 2.5, r = 0.25 and alpha = 4. */
it.each([
  [{ repeats: 0, recency: 0, age: 40 }, -0.41792826],
  [{ repeats: 200, recency: 38, age: 40 }, 100.7869],
])('finds %j as likely as published', (history, published) => {
  expect(logLikelihood({ a: 0.8, b: 2.5, r: 0.25, alpha: 4 }, [history])).toBeCloseTo(published, 4);
});

/* conditional_probability_alive of the package Lifetimes 0.11.3 under the published parameters. */
it.each([
  [{ repeats: 2, recency: 30.43, age: 38.86 }, 0.70620227],
  [{ repeats: 1, recency: 1.71, age: 38.86 }, 0.17083648],
  [{ repeats: 0, recency: 0, age: 38.86 }, 0.38973508],
  [{ repeats: 7, recency: 29.43, age: 38.86 }, 0.62272381],
  [{ repeats: 10, recency: 34.14, age: 38.86 }, 0.80258843],
  [{ repeats: 29, recency: 37.71, age: 38 }, 0.96585636],
])('has a customer with %j alive with probability %d', (history, published) => {
  expect(probabilityAlive(PUBLISHED, history)).toBeCloseTo(published, 8);
});

it('has as many of the sample alive as the package has', () => {
  const alive = CDNOW.reduce((sum, history) => sum + probabilityAlive(PUBLISHED, history), 0);
  expect(alive).toBeCloseTo(1_057.7281, 3);
});

const histories = fc
  .record({
    repeats: fc.nat(60),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    age: fc.integer({ min: 1, max: 520 }),
  })
  .map(({ repeats, share, age }): BuyingHistory => ({ repeats, recency: repeats === 0 ? 0 : share * age, age }));

it('is a probability, and falls while nobody buys', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 5_000 }), (history, weeks) => {
      const now = probabilityAlive(PUBLISHED, history);
      const later = probabilityAlive(PUBLISHED, { ...history, age: history.age + weeks });
      expect(now).toBeGreaterThan(0);
      expect(now).toBeLessThan(1);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThan(now);
    }),
  );
});

it('gives the probability that nothing is bought for a while, from 0 time to for ever', () => {
  fc.assert(
    fc.property(histories, fc.double({ min: 0.1, max: 100, noNaN: true }), (history, weeks) => {
      const lost = 1 - probabilityAlive(PUBLISHED, history);
      expect(probabilityOfNone(PUBLISHED, history, 0)).toBeCloseTo(1, 9);
      expect(probabilityOfNone(PUBLISHED, history, 1e60)).toBeCloseTo(lost, 6);
      const soon = probabilityOfNone(PUBLISHED, history, weeks);
      expect(soon).toBeGreaterThanOrEqual(lost);
      expect(probabilityOfNone(PUBLISHED, history, 2 * weeks)).toBeLessThanOrEqual(soon);
    }),
  );
});

/*
 * The likelihood itself says how likely it is that a customer who has bought nothing goes on so: of a first purchase alone,
 * that of silence up to a later age against that up to the present one.
 */
it('agrees with the likelihood of a longer silence', () => {
  const silent = (age: number) => Math.exp(logLikelihood(PUBLISHED, [{ repeats: 0, recency: 0, age }]));
  const none = probabilityOfNone(PUBLISHED, { repeats: 0, recency: 0, age: 20 }, 13);
  expect(none).toBeCloseTo(silent(33) / silent(20), 9);
});

it('asks for nothing of the unit of time', () => {
  const some = CDNOW.filter((_, index) => index % 4 === 0);
  const inWeeks = fitMbgNbd(some);
  const inDays = fitMbgNbd(some.map(({ repeats, recency, age }) => ({ repeats, recency: recency * 7, age: age * 7 })));
  expect((inDays?.parameters.alpha ?? 0) / 7).toBeCloseTo(inWeeks?.parameters.alpha ?? 0, 3);
  expect(inDays?.parameters.r).toBeCloseTo(inWeeks?.parameters.r ?? 0, 4);
});

it('finds that all are alive where nobody has ever stopped', () => {
  const regular = Array.from({ length: 200 }, (_, index): BuyingHistory => {
    const repeats = 5 + (index % 7);
    return { repeats, recency: 50 - (index % 5), age: 52 };
  });
  const fit = fitMbgNbd(regular);
  expect(fit?.converged).toBe(true);
  const alive = regular.map((history) => probabilityAlive(fit?.parameters ?? PUBLISHED, history));
  expect(Math.min(...alive)).toBeGreaterThan(0.99);
});

it('ends where all buy at the same rate', () => {
  const alike = Array.from({ length: 200 }, (_, index): BuyingHistory => {
    const last = index % 2 === 0 ? 52 : 6 + ((index * 5) % 40);
    const repeats = Math.floor(last / 2);
    return { repeats, recency: repeats * 2, age: 52 };
  });
  const fit = fitMbgNbd(alike);
  expect(fit?.converged).toBe(true);
  const { r = 0, alpha = 1 } = fit?.parameters ?? {};
  expect(r / alpha).toBeCloseTo(0.5, 1);
});

it('says so where nothing can be learned', () => {
  expect(fitMbgNbd([])).toBeUndefined();
  expect(fitMbgNbd([{ repeats: 0, recency: 0, age: 0 }])).toBeUndefined();
  expect(fitMbgNbd([{ repeats: 0, recency: 0, age: 10 }])).toBeUndefined();
});
