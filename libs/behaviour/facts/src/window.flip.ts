import { isAsAsked, type Asked } from './asked';
import type { CustomerBehaviour } from './customer.behaviour';
import type { Window, WindowSource } from './number.sources';
import { WindowWalk } from './window.walk';

/**
 * Whether what windows say on a day is as asked, and the first day after it on which it is otherwise: in the form of an
 * answer to a `TimedCondition`.
 */
export function askWindows(
  { windows: [first, second], of }: WindowSource,
  asked: Asked,
  behaviour: CustomerBehaviour,
  day: number,
): number {
  const one = walkOf(first, behaviour, day);
  const other = walkOf(second, behaviour, day);
  const holds = isAsAsked(of(one.sum, other.sum), asked);
  for (;;) {
    const on = Math.min(one.nextOn, other.nextOn);
    const ends = on === Infinity;
    if (!ends) one.goTo(on);
    if (!ends) other.goTo(on);
    if (ends || isAsAsked(of(one.sum, other.sum), asked) !== holds) return holds ? on : -on;
  }
}

/** The same without the day. */
export function windowsHold(
  { windows: [first, second], of }: WindowSource,
  asked: Asked,
  behaviour: CustomerBehaviour,
  day: number,
): boolean {
  return isAsAsked(of(walkOf(first, behaviour, day).sum, walkOf(second, behaviour, day).sum), asked);
}

const walkOf = (window: Window | undefined, behaviour: CustomerBehaviour, day: number): WindowWalk =>
  new WindowWalk(window?.seriesOf(behaviour), window?.days ?? 0, day);
