import { incompleteBeta } from './incomplete.beta';
import { logChoose } from './log.gamma';

/** Probability of `least` successes or more in `n` trials of which each succeeds with the probability (0–1). */
export function binomialUpperTail(least: number, n: number, probability: number): number {
  if (least <= 0) return 1;
  if (least > n) return 0;
  return incompleteBeta(probability, least, n - least + 1);
}

/** A population of which some have a mark, and from which some are drawn, without being put back. */
export interface Draw {
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/** Terms that are so much smaller than the sum change it no more. */
const NEGLIGIBLE = 1e-17;

/** Probability that `least` or more of those drawn are marked: that of Fisher's exact test, one-sided. */
export function hypergeometricUpperTail(least: number, { population, marked, drawn }: Draw): number {
  const fewest = Math.max(0, drawn + marked - population);
  const most = Math.min(drawn, marked);
  if (least <= fewest) return 1;
  if (least > most) return 0;
  // Below the mean the other tail is the shorter sum, and is not small.
  if (least <= (drawn * marked) / population) {
    return 1 - hypergeometricUpperTail(drawn - least + 1, { population, marked: population - marked, drawn });
  }
  const unmarked = population - marked;
  let term = Math.exp(logChoose(marked, least) + logChoose(unmarked, drawn - least) - logChoose(population, drawn));
  let sum = 0;
  for (let found = least; found <= most && term > sum * NEGLIGIBLE; found++) {
    sum += term;
    term *= ((marked - found) * (drawn - found)) / ((found + 1) * (unmarked - drawn + found + 1));
  }
  return Math.min(1, sum);
}

/** Probability that a value of Student's t distribution is as large or larger. */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  const both = incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
  return t < 0 ? 1 - both / 2 : both / 2;
}
