import type { Asked } from './asked';
import type { CustomerBehaviour } from './customer.behaviour';
import type { DailySource } from './number.sources';

/** The first day after one on which a growing fact passes the next bound; undefined where it has passed them all. */
export function dailyFlipOn(
  source: DailySource,
  { atLeast, below, known }: Asked,
  behaviour: CustomerBehaviour,
  day: number,
): number | undefined {
  const growth = source.growth(behaviour);
  if (growth === undefined || known !== undefined) return undefined;
  const value = source.value(behaviour, day) ?? NaN;
  const bound = value < atLeast ? atLeast : below;
  // Where nothing is known, NaN is below no bound.
  if (!(value < bound) || bound === Infinity) return undefined;
  return firstReaching(bound, source, behaviour, Math.max(day + 1, growth.from + Math.ceil(bound / growth.perDay)));
}

/** From a day on that is right but for rounding, which moves it by a hundredth of what it takes to grow by one. */
function firstReaching(bound: number, { value }: DailySource, behaviour: CustomerBehaviour, estimate: number): number {
  const reaches = (on: number) => (value(behaviour, on) ?? NaN) >= bound;
  let on = estimate;
  while (reaches(on - 1)) on--;
  while (!reaches(on)) on++;
  return on;
}
