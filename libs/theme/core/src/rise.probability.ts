import type { DetectionRule } from '@tenure/policy-contract';
import { binomialUpperTail, hypergeometricUpperTail, studentUpperTail } from '@tenure/statistics';
import type { RiseCounts } from './rise.counts';
import type { Dispersion } from './rise.dispersion';

/**
 * Probability of so many or more cases in the window where nothing has changed and complaints come independently, given how
 * many there are in both. Against time the conditional binomial test of two Poisson rates (J. Przyborowski, H. Wilenski,
 * Biometrika 31, 1940, 313–323); against all complaints Fisher's exact test.
 */
export function exactProbability({ window, baseline }: RiseCounts, { against }: DetectionRule): number {
  const marked = window.cases + baseline.cases;
  const population = window.exposure + baseline.exposure;
  return against === 'time'
    ? binomialUpperTail(window.cases, marked, window.exposure / population)
    : hypergeometricUpperTail(window.cases, { population, marked, drawn: window.exposure });
}

/**
 * The same where they come in clusters: quasi-likelihood's F test of one against the other, taken with the sign of the change,
 * so that the root is Student's t with the degrees of freedom of the dispersion (McCullagh, Nelder 1989, 9.2).
 */
export const clusteredProbability = (root: number, { factor, degreesOfFreedom }: Dispersion): number =>
  studentUpperTail(root / Math.sqrt(factor), degreesOfFreedom);

/** Signed root of the deviance between "the same rate in both" and "each its own": about normal where it is the same. */
export function rootDeviance({ window, baseline, expected }: RiseCounts, { against }: DetectionRule): number {
  const share = (window.cases + baseline.cases) / (window.exposure + baseline.exposure);
  let deviance = 0;
  for (const { cases, exposure } of [window, baseline]) {
    deviance += surprise(cases, exposure * share);
    if (against === 'all-complaints') deviance += surprise(exposure - cases, exposure * (1 - share));
  }
  return Math.sign(window.cases - expected) * Math.sqrt(Math.max(0, 2 * deviance));
}

const surprise = (found: number, expected: number): number => (found > 0 ? found * Math.log(found / expected) : 0);
