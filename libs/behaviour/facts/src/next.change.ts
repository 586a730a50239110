import type { Condition } from '@tenure/behaviour-contract';
import type { CustomerBehaviour } from './customer.behaviour';
import { dayOf, startOfDay } from './epoch.day';
import { flipOfFact, type Flip } from './next.flip';

/**
 * The earliest moment after `at` (ISO 8601) at which time alone may change whether a condition holds of a customer about
 * whom nothing else becomes known; undefined where it never does. Never late. Exact of a single fact; early at times of a
 * condition of several, where they don't change on the same day. ISO 8601 UTC, always a midnight.
 */
export function nextChangeAt(condition: Condition, behaviour: CustomerBehaviour, at: string): string | undefined {
  const day = dayOf(at);
  const flip = flipOf(condition, behaviour, day).nextOn;
  return flip === undefined ? undefined : startOfDay(flip);
}

/** Whether a condition holds on a day, and until when: {@link nextChangeAt} for who counts in days, and asks for both. */
export function flipOf(condition: Condition, behaviour: CustomerBehaviour, day: number): Flip {
  if ('all' in condition) return ofAll(condition.all, behaviour, day, true);
  if ('any' in condition) return ofAll(condition.any, behaviour, day, false);
  if ('not' in condition) {
    const { holds, nextOn } = flipOf(condition.not, behaviour, day);
    return { holds: !holds, nextOn };
  }
  return flipOfFact(condition, behaviour, day);
}

/**
 * Of parts that must all be as `wanted` (`any` is the mirror image of `all`): as long as they are, the first that is no
 * longer ends it; where some are not, each of them has to change first, and one that never does settles it.
 */
function ofAll(parts: readonly Condition[], behaviour: CustomerBehaviour, day: number, wanted: boolean): Flip {
  let first: number | undefined;
  let last = day;
  let asWanted = true;
  for (const part of parts) {
    const { holds, nextOn } = flipOf(part, behaviour, day);
    if (holds === wanted) first = earlier(first, nextOn);
    else if (nextOn === undefined) return { holds: !wanted, nextOn };
    else {
      asWanted = false;
      last = Math.max(last, nextOn);
    }
  }
  return asWanted ? { holds: wanted, nextOn: first } : { holds: !wanted, nextOn: last };
}

/** Of days that never come where they are undefined. */
const earlier = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? other : other === undefined ? one : Math.min(one, other);
