import { logGamma } from './log.gamma';
import { deviationsOf } from './normal.quantile';
import type { Interval } from './proportion.bounds';
import { studentUpperTail } from './upper.tails';

/** `n` values, their mean and their standard deviation (of a sample: divided by n − 1). */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Where the true mean lies, by Student's t (1908); undefined where fewer than two values say nothing of how they vary.
 *
 * @param confidence 0–1, such as 0.95
 */
export function meanInterval({ n, mean, deviation }: Sample, confidence: number): Interval | undefined {
  if (n < 2) return undefined;
  const half = (studentDeviations(confidence, n - 1) * deviation) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}

/**
 * Where the difference of two means, a − b, lies, the values varying differently in the two: B. L. Welch, "The generalization
 * of Student's problem when several different population variances are involved", Biometrika 34, 1947, with the degrees of
 * freedom of F. E. Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics Bulletin 2,
 * 1946.
 *
 * @returns with the difference itself; nothing where one of the samples has fewer than two values
 */
export function welchInterval(
  a: Sample,
  b: Sample,
  confidence: number,
): (Interval & { readonly difference: number }) | undefined {
  if (a.n < 2 || b.n < 2) return undefined;
  const difference = a.mean - b.mean;
  const [ofA, ofB] = [a.deviation ** 2 / a.n, b.deviation ** 2 / b.n];
  const variance = ofA + ofB;
  if (variance === 0) return { difference, low: difference, high: difference };
  const [shareA, shareB] = [ofA / variance, ofB / variance];
  const degreesOfFreedom = 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1));
  const half = studentDeviations(confidence, degreesOfFreedom) * Math.sqrt(variance);
  return { difference, low: difference - half, high: difference + half };
}

const MOST_STEPS = 100;
const PRECISION = 1e-12;

/**
 * Of a two-sided interval that covers a share (0–1) of cases. By Newton's steps from the normal distribution's, which is never
 * beyond: on its falling and convex side the tail is not overshot.
 */
export function studentDeviations(confidence: number, degreesOfFreedom: number): number {
  const tail = (1 - confidence) / 2;
  let deviations = deviationsOf(confidence);
  for (let step = 0; step < MOST_STEPS; step++) {
    const short = (studentUpperTail(deviations, degreesOfFreedom) - tail) / density(deviations, degreesOfFreedom);
    deviations += short;
    if (Math.abs(short) < PRECISION * deviations) break;
  }
  return deviations;
}

function density(t: number, degreesOfFreedom: number): number {
  const half = (degreesOfFreedom + 1) / 2;
  const scale = logGamma(half) - logGamma(degreesOfFreedom / 2) - Math.log(degreesOfFreedom * Math.PI) / 2;
  return Math.exp(scale - half * Math.log1p((t * t) / degreesOfFreedom));
}
