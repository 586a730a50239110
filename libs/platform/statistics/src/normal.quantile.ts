/*
 * Acklam's rational approximation of the inverse normal distribution function (P. J. Acklam, "An algorithm for computing
 * the inverse normal cumulative distribution function", 2003): relative error below 1.15e-9.
 */
const LOWER_TAIL = 0.02425;

const CENTRE_ABOVE = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
] as const;
const CENTRE_BELOW = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
] as const;
const TAIL_ABOVE = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const;
const TAIL_BELOW = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1] as const;

/** So many standard deviations above the mean lies the value below which a share (0–1) of a normal distribution lies. */
export function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share);
  if (share < LOWER_TAIL) {
    const root = Math.sqrt(-2 * Math.log(share));
    return polynomial(TAIL_ABOVE, root) / polynomial(TAIL_BELOW, root);
  }
  const centred = share - 0.5;
  const square = centred * centred;
  return (polynomial(CENTRE_ABOVE, square) * centred) / polynomial(CENTRE_BELOW, square);
}

/** Of a two-sided interval that covers a share (0–1) of cases. */
export const deviationsOf = (confidence: number): number => -normalQuantile((1 - confidence) / 2);

/** Coefficients from the highest power down. */
const polynomial = (coefficients: readonly number[], at: number): number =>
  coefficients.reduce((sum, coefficient) => sum * at + coefficient, 0);
