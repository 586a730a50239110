import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Example } from './logistic.example';

/** The intercept, and the weights of the features. */
export type Weights = readonly number[];

const MOST_HALVINGS = 30;
const ROUNDING = 1e-12;

/** Logarithm of the likelihood; overflows nowhere. */
export function likelihoodOf(examples: readonly Example[], at: Weights): number {
  let sum = 0;
  for (const { features, happened } of examples) {
    const odds = oddsAt(at, features);
    sum -= Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(0, happened ? -odds : odds);
  }
  return sum;
}

/** Where the penalised likelihood would be greatest if it were a parabola; nothing where it has no single summit. */
export function newtonStep(examples: readonly Example[], at: Weights, ridge: number): Weights | undefined {
  const width = at.length;
  const gradient = new Float64Array(width);
  const curvature = Array.from({ length: width }, () => new Float64Array(width));
  for (const example of examples) gather(example, at, gradient, curvature);
  for (let index = 1; index < width; index++) {
    gradient[index] = valueAt(gradient, index) - ridge * (at[index] ?? 0);
    const row = curvature[index];
    if (row) row[index] = valueAt(row, index) + ridge;
  }
  const cholesky = new CholeskyDecomposition(Matrix.from1DArray(width, width, symmetric(curvature)));
  if (!cholesky.isPositiveDefinite()) return undefined;
  return cholesky.solve(Matrix.columnVector([...gradient])).to1DArray();
}

/** A step, or as much of it as leads upwards; nothing where none of it does. */
export function halved(
  from: Weights,
  step: Weights,
  value: number,
  valueThere: (at: Weights) => number,
): { readonly at: Weights; readonly value: number } | undefined {
  for (let halving = 0, part = 1; halving < MOST_HALVINGS; halving++, part /= 2) {
    const at = from.map((weight, index) => weight + part * (step[index] ?? 0));
    const there = valueThere(at);
    // At the summit itself what is computed may fall short of it by rounding.
    if (there >= value - ROUNDING * Math.abs(value)) return { at, value: there };
  }
  return undefined;
}

/** Adds what one example says of the slope and, in the lower triangle, of the curvature. */
function gather(
  { features, happened }: Example,
  at: Weights,
  gradient: Float64Array,
  curvature: readonly Float64Array[],
): void {
  const probability = 1 / (1 + Math.exp(-oddsAt(at, features)));
  const residual = (happened ? 1 : 0) - probability;
  const spread = probability * (1 - probability);
  for (const [index, row] of curvature.entries()) {
    const value = index === 0 ? 1 : (features[index - 1] ?? 0);
    gradient[index] = valueAt(gradient, index) + residual * value;
    row[0] = valueAt(row, 0) + spread * value;
    for (let other = 1; other <= index; other++) {
      row[other] = valueAt(row, other) + spread * value * (features[other - 1] ?? 0);
    }
  }
}

function oddsAt(at: Weights, features: readonly number[]): number {
  let sum = at[0] ?? 0;
  for (let index = 0; index < features.length; index++) sum += (at[index + 1] ?? 0) * (features[index] ?? 0);
  return sum;
}

const valueAt = (values: Float64Array, index: number): number => values[index] ?? 0;

const symmetric = (lower: readonly Float64Array[]): number[] =>
  lower.flatMap((row, index) => lower.map((other, at) => valueAt(at <= index ? row : other, Math.min(at, index))));
