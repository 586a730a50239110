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
  if (behaviour.contracts === undefined) return undefined;
  const search = new FlipSearch(value, asked, behaviour, day);
  for (const { startsOn, renewsOn, endsOn } of termsOf(behaviour)) {
    search.lookAt(startsOn);
    if (endsOn !== undefined) search.lookAt(endsOn);
    // The days to the renewal fall below a bound on the day after they were at it.
    search.lookAt(Math.floor(renewsOn - asked.atLeast) + 1);
    search.lookAt(Math.floor(renewsOn - asked.below) + 1);
  }
  return search.first === Infinity ? undefined : search.first;
}

/** Keeps the first of the days looked at on which the answer is another than today. Without lists: it is asked very often. */
class FlipSearch {
  first = Infinity;
  private readonly holds: boolean;

  constructor(
    private readonly value: ValueOnDay,
    private readonly asked: Asked,
    private readonly behaviour: CustomerBehaviour,
    private readonly day: number,
  ) {
    this.holds = isAsAsked(value(behaviour, day), asked);
  }

  lookAt(on: number): void {
    if (!(on > this.day && on < this.first)) return;
    if (isAsAsked(this.value(this.behaviour, on), this.asked) !== this.holds) this.first = on;
  }
}
