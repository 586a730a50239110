/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson 1927, as shares. */
export function wilson(successes: number, n: number): Interval {
  const share = successes / n;
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { low: middle - half, high: middle + half };
}

export interface Share {
  readonly successes: number;
  readonly n: number;
}

/** Of the later share less the earlier one, as shares: Newcombe 1998, method 10. */
export function newcombe(earlier: Share, later: Share): Interval {
  const [before, after] = [earlier, later].map(({ successes, n }) => ({
    share: successes / n,
    ...wilson(successes, n),
  }));
  if (!before || !after) throw new Error('two shares are needed');
  const difference = after.share - before.share;
  return {
    low: difference - Math.hypot(after.share - after.low, before.high - before.share),
    high: difference + Math.hypot(after.high - after.share, before.share - before.low),
  };
}

export interface Mean {
  readonly n: number;
  readonly mean: number;
  readonly deviation: number;
}

export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, deviation: Math.sqrt(squares / (n - 1)) };
}

/** Of the later mean less the earlier one: Welch 1947. */
export function welch(earlier: Mean, later: Mean): Interval {
  const [before, after] = [earlier.deviation ** 2 / earlier.n, later.deviation ** 2 / later.n];
  const freedom = (before + after) ** 2 / (before ** 2 / (earlier.n - 1) + after ** 2 / (later.n - 1));
  const half = studentQuantile(freedom) * Math.sqrt(before + after);
  const difference = later.mean - earlier.mean;
  return { low: difference - half, high: difference + half };
}

/** Where Student's t has 2.5 % above it: by halving, on an integral by Simpson's rule. */
function studentQuantile(freedom: number): number {
  let [low, high] = [1, 100];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentBetween(freedom, middle) < 0.475) low = middle;
    else high = middle;
  }
  return low;
}

/** Probability of a value between 0 and the limit. */
export function studentBetween(freedom: number, limit: number): number {
  const density = (t: number) => (1 + (t * t) / freedom) ** (-(freedom + 1) / 2);
  const logGammas = logGamma((freedom + 1) / 2) - logGamma(freedom / 2);
  return (Math.exp(logGammas) / Math.sqrt(freedom * Math.PI)) * simpson(density, limit);
}

function simpson(of: (value: number) => number, limit: number, steps = 2_000): number {
  const width = limit / steps;
  let sum = of(0) + of(limit);
  for (let step = 1; step < steps; step++) sum += of(step * width) * (step % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}

/** Stirling's series, from 20 on; below by the recurrence. */
export function logGamma(value: number): number {
  if (value < 20) return logGamma(value + 1) - Math.log(value);
  const inverse = 1 / value;
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1_260 - inverse ** 7 / 1_680;
  return (value - 0.5) * Math.log(value) - value + Math.log(2 * Math.PI) / 2 + series;
}
