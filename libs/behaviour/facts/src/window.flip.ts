import { isAsAsked, type Asked } from './asked';
import type { CustomerBehaviour } from './customer.behaviour';
import type { Window, WindowSource } from './number.sources';
import { WindowWalk } from './window.walk';

/** The first day after one on which what windows say is as asked no longer, or is so again. */
export function windowFlipOn(
  { windows: [first, second], of }: WindowSource,
  asked: Asked,
  behaviour: CustomerBehaviour,
  day: number,
): number | undefined {
  const one = walkOf(first, behaviour, day);
  const other = walkOf(second, behaviour, day);
  const holds = isAsAsked(of(one.sum, other.sum), asked);
  for (;;) {
    const on = Math.min(one.nextOn, other.nextOn);
    if (on === Infinity) return undefined;
    one.goTo(on);
    other.goTo(on);
    if (isAsAsked(of(one.sum, other.sum), asked) !== holds) return on;
  }
}

const walkOf = (window: Window | undefined, behaviour: CustomerBehaviour, day: number): WindowWalk =>
  new WindowWalk(window?.seriesOf(behaviour), window?.days ?? 0, day);
