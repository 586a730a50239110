import { byPrediction, countHappened, type Judged } from './judged.prediction';
import { deviationsOf } from './normal.quantile';
import type { Interval } from './proportion.bounds';

/**
 * The probability that of two, one for whom it happened and one for whom it didn't, the first was given the higher
 * prediction; equal ones count half (Mann & Whitney 1947): 0.5 by chance, 1 without error. With the interval of Hanley &
 * McNeil ("The meaning and use of the area under a receiver operating characteristic curve", Radiology 143, 1982, 29–36).
 *
 * @returns nothing where it happened for all or for none
 */
export function areaUnderCurve(
  judged: readonly Judged[],
  confidence = 0.95,
): (Interval & { readonly area: number }) | undefined {
  const positive = countHappened(judged);
  const negative = judged.length - positive;
  if (positive === 0 || negative === 0) return undefined;
  let below = 0;
  let wins = 0;
  for (const group of byPrediction(judged)) {
    const happened = countHappened(group);
    const not = group.length - happened;
    wins += happened * (below + not / 2);
    below += not;
  }
  const area = wins / (positive * negative);
  const half = deviationsOf(confidence) * standardError(area, positive, negative);
  return { area, low: Math.max(0, area - half), high: Math.min(1, area + half) };
}

/**
 * How much more often it happened among the share (0–1) of the highest predictions than among all. Of a group of equal
 * predictions that the share cuts through, the average counts.
 *
 * @returns nothing where it never happened
 */
export function liftAtTop(judged: readonly Judged[], share: number): number | undefined {
  const overall = countHappened(judged) / judged.length;
  if (!(overall > 0)) return undefined;
  const wanted = judged.length * share;
  let taken = 0;
  let happened = 0;
  for (const group of byPrediction(judged).toReversed()) {
    const part = Math.min(group.length, wanted - taken);
    happened += (countHappened(group) * part) / group.length;
    taken += part;
    if (taken >= wanted) break;
  }
  return happened / taken / overall;
}

function standardError(area: number, positive: number, negative: number): number {
  const twoPositive = area / (2 - area);
  const twoNegative = (2 * area * area) / (1 + area);
  const variance =
    area * (1 - area) + (positive - 1) * (twoPositive - area ** 2) + (negative - 1) * (twoNegative - area ** 2);
  return Math.sqrt(Math.max(0, variance) / (positive * negative));
}
