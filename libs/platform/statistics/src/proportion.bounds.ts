import { deviationsOf } from './normal.quantile';

/** `successes` of `n`. */
export interface Proportion {
  readonly successes: number;
  readonly n: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Where the true share lies (Wilson 1927, without continuity correction): within 0–1, also for none and all. Where
 * nothing was counted it may be anything.
 *
 * @param confidence 0–1, such as 0.95
 */
export function wilsonInterval({ successes, n }: Proportion, confidence: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const square = deviationsOf(confidence) ** 2;
  const centre = successes + square / 2;
  const half = Math.sqrt(square * ((successes * (n - successes)) / n + square / 4));
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - half) / (n + square)),
    high: successes === n ? 1 : Math.min(1, (centre + half) / (n + square)),
  };
}

/**
 * Where the difference of two shares, a − b, lies: Newcombe's hybrid score interval (R. G. Newcombe, "Interval estimation
 * for the difference between independent proportions", Statistics in Medicine 17, 1998, 873–890: method 10).
 *
 * @returns with the difference itself; nothing where one of the groups is empty
 */
export function newcombeInterval(
  a: Proportion,
  b: Proportion,
  confidence: number,
): (Interval & { readonly difference: number }) | undefined {
  if (a.n <= 0 || b.n <= 0) return undefined;
  const [shareA, shareB] = [a.successes / a.n, b.successes / b.n];
  const [ofA, ofB] = [wilsonInterval(a, confidence), wilsonInterval(b, confidence)];
  const difference = shareA - shareB;
  return {
    difference,
    low: difference - Math.hypot(shareA - ofA.low, ofB.high - shareB),
    high: difference + Math.hypot(ofA.high - shareA, shareB - ofB.low),
  };
}
