import fc from 'fast-check';
import {
  brierScore,
  calibrationError,
  calibrationLine,
  calibrationTable,
  logLoss,
  type CalibrationGroup,
} from './calibration.measures';
import { areaUnderCurve, liftAtTop } from './discrimination.measures';
import type { Judged } from './judged.prediction';

const judged = (predicted: number, happened: boolean): Judged => ({ predicted, happened });
const many = (n: number, predicted: number, happened: number): Judged[] =>
  Array.from({ length: n }, (_, index) => judged(predicted, index < happened));

/* Ratings of 109 CT images by one reader, from Hanley & McNeil (1982), table I: area 0.893, standard error 0.032. */
const RATINGS = [
  [1, 33, 3],
  [2, 6, 2],
  [3, 6, 2],
  [4, 11, 11],
  [5, 2, 33],
].flatMap(([rating = 0, normal = 0, ill = 0]) => [...many(normal, rating, 0), ...many(ill, rating, ill)]);

it('has the area of the published ratings', () => {
  const curve = areaUnderCurve(RATINGS);
  expect(curve?.area).toBeCloseTo(0.893, 3);
  expect(((curve?.high ?? 0) - (curve?.area ?? 0)) / 1.96).toBeCloseTo(0.032, 2);
});

it('is 1 without error, 0 wholly in error, a half where nothing is told apart, and unknown where all are alike', () => {
  const apart = [judged(0.2, false), judged(0.9, true)];
  expect(areaUnderCurve(apart)?.area).toBe(1);
  expect(areaUnderCurve(apart.map(({ predicted, happened }) => judged(-predicted, happened)))?.area).toBe(0);
  expect(areaUnderCurve(many(10, 0.3, 4))?.area).toBe(0.5);
  expect(areaUnderCurve(many(10, 0.3, 10))).toBeUndefined();
  expect(areaUnderCurve([])).toBeUndefined();
});

it('measures how much is gained by asking the top', () => {
  const all = [...many(10, 0.9, 8), ...many(90, 0.1, 12)];
  expect(liftAtTop(all, 0.1)).toBeCloseTo(4);
  expect(liftAtTop(all, 1)).toBeCloseTo(1);
  expect(liftAtTop(many(100, 0.4, 20), 0.1)).toBeCloseTo(1);
  expect(liftAtTop(many(10, 0.4, 0), 0.1)).toBeUndefined();
  expect(liftAtTop([], 0.1)).toBeUndefined();
});

it('scores probabilities', () => {
  expect(brierScore([judged(0.9, true), judged(0.2, false)])).toBeCloseTo((0.01 + 0.04) / 2);
  expect(logLoss([judged(0.5, true), judged(0.5, false)])).toBeCloseTo(Math.LN2);
  expect(logLoss([judged(0, true)])).toBeCloseTo(-Math.log(1e-12));
});

it('compares what was foretold with what happened, in groups of equal size', () => {
  const table = calibrationTable([...many(50, 0.2, 10), ...many(50, 0.6, 30)], 2);
  expect(table.map(({ n, happened, share }) => [n, happened, share])).toEqual([
    [50, 10, 0.2],
    [50, 30, 0.6],
  ]);
  expect(calibrationError(table)).toBeCloseTo(0);
  expect(calibrationError(calibrationTable(many(50, 0.5, 10), 1))).toBeCloseTo(0.3);
  expect(calibrationTable(many(3, 0.5, 1)).map(({ n }: CalibrationGroup) => n)).toEqual([1, 1, 1]);
  expect(calibrationTable([])).toEqual([]);
});

it('finds a slope of 1 where the predictions are right, and less where they are too extreme', () => {
  const right = [...many(100, 0.2, 20), ...many(100, 0.5, 50), ...many(100, 0.8, 80)];
  expect(calibrationLine(right)?.slope).toBeCloseTo(1, 6);
  expect(calibrationLine(right)?.intercept).toBeCloseTo(0, 6);
  const extreme = [...many(100, 0.02, 20), ...many(100, 0.5, 50), ...many(100, 0.98, 80)];
  expect(calibrationLine(extreme)?.slope).toBeLessThan(0.5);
  expect(calibrationLine(many(10, 0.2, 10))).toBeUndefined();
  expect(calibrationLine(many(10, 0.2, 4))).toBeUndefined();
});

const anything = fc.array(fc.record({ predicted: fc.double({ min: 0, max: 1, noNaN: true }), happened: fc.boolean() }));

it('agrees with counting the pairs one by one', () => {
  fc.assert(
    fc.property(anything, (all) => {
      const pairs = all
        .filter(({ happened }) => happened)
        .flatMap((yes) => all.filter(({ happened }) => !happened).map((no) => Math.sign(yes.predicted - no.predicted)));
      const expected = pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length;
      const found = areaUnderCurve(all)?.area;
      if (pairs.length === 0) expect(found).toBeUndefined();
      else expect(found).toBeCloseTo(expected, 9);
    }),
  );
});
