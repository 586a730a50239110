import { countHappened, type Judged } from './judged.prediction';
import { fitLogistic } from './logistic.regression';
import { wilsonInterval, type Interval } from './proportion.bounds';

/** Of a part of those judged, from the least predicted on: what was foretold on average, and the share for whom it happened. */
export interface CalibrationGroup {
  readonly n: number;
  readonly predicted: number;
  readonly happened: number;
  readonly share: number;
  /** Where the true share lies: Wilson, 95 %. */
  readonly interval: Interval;
}

/** Mean of (prediction − outcome)²; 0 is best (Brier 1950). Predictions are probabilities here, as in all that follows. */
export const brierScore = (judged: readonly Judged[]): number =>
  mean(judged.map((one) => (one.predicted - outcome(one)) ** 2));

/** Mean of −ln of the probability that was given to what happened; held to 1e-12, as certainty in error has no end. */
export const logLoss = (judged: readonly Judged[]): number =>
  mean(judged.map(({ predicted, happened }) => -Math.log(Math.max(1e-12, happened ? predicted : 1 - predicted))));

/** Groups of as equal size as can be; fewer where there are fewer to judge. */
export function calibrationTable(judged: readonly Judged[], groups = 10): readonly CalibrationGroup[] {
  const sorted = [...judged].sort((one, other) => one.predicted - other.predicted);
  const count = Math.min(groups, sorted.length);
  return Array.from({ length: count }, (_, index) => {
    const part = sorted.slice(
      Math.round((index * sorted.length) / count),
      Math.round(((index + 1) * sorted.length) / count),
    );
    const happened = countHappened(part);
    return {
      n: part.length,
      predicted: mean(part.map(({ predicted }) => predicted)),
      happened,
      share: happened / part.length,
      interval: wilsonInterval({ successes: happened, n: part.length }, 0.95),
    };
  });
}

/** Mean distance between what was foretold and what happened in the groups of a table, by their size. */
export function calibrationError(table: readonly CalibrationGroup[]): number {
  const all = table.reduce((sum, { n }) => sum + n, 0);
  return table.reduce((sum, { n, predicted, share }) => sum + (n / all) * Math.abs(predicted - share), 0);
}

/**
 * How the log-odds of what happened follow those foretold (Cox 1958): slope 1 and intercept 0 are perfect; a slope below 1
 * says that predictions are too extreme, an intercept above 0 that they are too low.
 *
 * @returns nothing where it happened for all or none, or all were foretold the same
 */
export function calibrationLine(
  judged: readonly Judged[],
): { readonly intercept: number; readonly slope: number } | undefined {
  const { weights, intercept, converged } = fitLogistic(
    judged.map(({ predicted, happened }) => ({ features: [oddsOf(predicted)], happened })),
    0,
  );
  const [slope] = weights;
  return converged && slope !== undefined ? { intercept, slope } : undefined;
}

const CERTAIN = 1e-9;

function oddsOf(predicted: number): number {
  const held = Math.min(1 - CERTAIN, Math.max(CERTAIN, predicted));
  return Math.log(held / (1 - held));
}

const outcome = ({ happened }: Judged): number => (happened ? 1 : 0);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
