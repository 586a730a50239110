import type { Example } from './logistic.example';
import { halved, likelihoodOf, newtonStep, type Weights } from './logistic.newton';

export interface LogisticFit {
  readonly intercept: number;
  /** In the order of the features. */
  readonly weights: readonly number[];
  /** Without the ridge. */
  readonly logLikelihood: number;
  /** Not so where nothing holds the weights back, as where the features tell the outcomes apart without error. */
  readonly converged: boolean;
}

const MOST_ITERATIONS = 100;
const TOLERANCE = 1e-7;

/**
 * Logistic regression with a ridge on the weights, by iteratively reweighted least squares (le Cessie & van Houwelingen,
 * "Ridge estimators in logistic regression", Applied Statistics 41, 1992, 191–201): the greatest log-likelihood less
 * ½ × ridge × Σ weight². Features had better be of about one scale, or the ridge weighs on them unevenly. Without
 * examples nothing is known, and the odds are even.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): LogisticFit {
  let at = startOf(examples);
  let value = penalised(examples, at, ridge);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const step = newtonStep(examples, at, ridge);
    const next = step && halved(at, step, value, (there) => penalised(examples, there, ridge));
    if (!next) break;
    ({ at, value } = next);
    // By the step and not by the gain: where the weights grow without end there is less and less to gain.
    if (step.every((part) => Math.abs(part) <= TOLERANCE)) return fitOf(examples, at, true);
  }
  return fitOf(examples, at, false);
}

/** ln(p ÷ (1 − p)). */
export const logOdds = (intercept: number, weights: readonly number[], features: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (features[index] ?? 0), intercept);

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** As many as for whom it happened, whatever their features; the half keeps the odds finite. */
function startOf(examples: readonly Example[]): Weights {
  const share = (examples.filter(({ happened }) => happened).length + 0.5) / (examples.length + 1);
  return [Math.log(share / (1 - share)), ...(examples[0]?.features ?? []).map(() => 0)];
}

function fitOf(examples: readonly Example[], at: Weights, converged: boolean): LogisticFit {
  const [intercept = 0, ...weights] = at;
  return { intercept, weights, logLikelihood: likelihoodOf(examples, at), converged };
}

function penalised(examples: readonly Example[], at: Weights, ridge: number): number {
  const squares = at.reduce((sum, weight, index) => (index === 0 ? 0 : sum + weight * weight), 0);
  return likelihoodOf(examples, at) - (ridge / 2) * squares;
}
