/** Lanczos' coefficients for g = 7, n = 9, as computed by P. Godfrey (2001): relative error below 1e-15. */
const COEFFICIENTS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const FIRST = 0.99999999999980993;
const G = 7;

/** Natural logarithm of the gamma function of a positive number (C. Lanczos, SIAM Journal on Numerical Analysis 1, 1964). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const sum = COEFFICIENTS.reduce((found, coefficient, index) => found + coefficient / (shifted + index + 1), FIRST);
  const t = shifted + G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Natural logarithm of the number of ways to choose `chosen` of `n`. */
export const logChoose = (n: number, chosen: number): number =>
  logGamma(n + 1) - logGamma(chosen + 1) - logGamma(n - chosen + 1);
