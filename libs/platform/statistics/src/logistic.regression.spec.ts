import fc from 'fast-check';
import type { Example } from './logistic.example';
import { fitLogistic, logOdds, probabilityOf } from './logistic.regression';

/* Hours of study and passing an examination: twenty students, the example of the article "Logistic regression" of
 * Wikipedia, whose estimates are intercept −4.0777 and 1.5046 an hour, log-likelihood −8.02988. */
const HOURS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
const STUDENTS: readonly Example[] = HOURS.map((hours, index) => ({
  features: [hours],
  happened: PASSED[index] === 1,
}));

it('estimates the published example', () => {
  const fit = fitLogistic(STUDENTS, 0);
  expect(fit.converged).toBe(true);
  expect(fit.intercept).toBeCloseTo(-4.0777, 4);
  expect(fit.weights[0]).toBeCloseTo(1.5046, 4);
  expect(fit.logLikelihood).toBeCloseTo(-8.02988, 5);
  expect(probabilityOf(logOdds(fit.intercept, fit.weights, [2]))).toBeCloseTo(0.2556, 3);
});

const row = fc.record({
  features: fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 })),
  happened: fc.boolean(),
});
const examples = fc
  .array(row, { minLength: 2, maxLength: 60 })
  .map((rows) => rows.map(({ features, happened }) => ({ features: features.map((value) => value / 10), happened })));

it('has found the summit: nothing is gained in any direction', () => {
  fc.assert(
    fc.property(examples, fc.constantFrom(0.1, 1, 10), (all, ridge) => {
      const { intercept, weights, converged } = fitLogistic(all, ridge);
      const both = all.some(({ happened }) => happened) && all.some(({ happened }) => !happened);
      // The intercept is held back by nothing: where all happened it has no end.
      expect(converged).toBe(both);
      if (!both) return;
      const residuals = all.map(({ features, happened }) => ({
        features: [1, ...features],
        residual: (happened ? 1 : 0) - probabilityOf(logOdds(intercept, weights, features)),
      }));
      for (const [index, weight] of [0, ...weights].entries()) {
        const slope = residuals.reduce((sum, one) => sum + one.residual * (one.features[index] ?? 0), 0);
        expect(slope - ridge * weight).toBeCloseTo(0, 3);
      }
    }),
  );
});

it('is held back by the ridge where nothing else does, and says so where there is none', () => {
  const apart: readonly Example[] = [-2, -1, 1, 2].map((value) => ({ features: [value], happened: value > 0 }));
  const [loose, held] = [fitLogistic(apart, 0.1), fitLogistic(apart, 10)];
  expect(held.weights[0]).toBeLessThan(loose.weights[0] ?? 0);
  expect(fitLogistic(apart, 0).converged).toBe(false);
});

it('knows nothing of features that are always the same, or of no example', () => {
  const same = STUDENTS.map(({ happened }) => ({ features: [3], happened }));
  expect(fitLogistic(same, 0).weights.every(Number.isFinite)).toBe(true);
  expect(fitLogistic([], 1)).toMatchObject({ intercept: 0, weights: [] });
});
