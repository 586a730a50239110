import type { Condition } from '@tenure/behaviour-contract';
import type { CustomerBehaviour } from './customer.behaviour';
import { dayOf, startOfDay } from './epoch.day';
import { timedCondition, type TimedCondition } from './timed.condition';

/**
 * The earliest moment after `at` (ISO 8601) at which time alone may change whether a condition holds of a customer about
 * whom nothing else becomes known; undefined where it never does. Never late. Exact of a single fact; early at times of a
 * condition of several, where they don't change on the same day. ISO 8601 UTC, always a midnight.
 */
export function nextChangeAt(condition: Condition, behaviour: CustomerBehaviour, at: string): string | undefined {
  const nextOn = Math.abs(timedOf(condition)(behaviour, dayOf(at)));
  return nextOn === Infinity ? undefined : startOfDay(nextOn);
}

const known = new WeakMap<Condition, TimedCondition>();

function timedOf(condition: Condition): TimedCondition {
  const kept = known.get(condition);
  if (kept) return kept;
  const timed = timedCondition(condition);
  known.set(condition, timed);
  return timed;
}
