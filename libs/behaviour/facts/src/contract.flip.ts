import { isAsAsked, type Asked } from './asked';
import type { CustomerBehaviour } from './customer.behaviour';
import type { ValueOnDay } from './number.sources';
import { termsOf } from './renewal';

/** The first day after one on which what the contracts say is as asked no longer, or is so again. */
export function contractFlipOn(
  value: ValueOnDay,
  asked: Asked,
  behaviour: CustomerBehaviour,
  day: number,
): number | undefined {
  const terms = termsOf(behaviour);
  if (terms.length === 0) return undefined;
  const holds = isAsAsked(value(behaviour, day), asked);
  const bounds = [asked.atLeast, asked.below].filter(Number.isFinite);
  return terms
    .flatMap(({ startsOn, renewsOn, endsOn }) => [
      startsOn,
      endsOn ?? startsOn,
      // The days to the renewal fall below a bound on the day after they were at it.
      ...bounds.map((bound) => Math.floor(renewsOn - bound) + 1),
    ])
    .filter((on) => on > day)
    .sort((a, b) => a - b)
    .find((on) => isAsAsked(value(behaviour, on), asked) !== holds);
}
