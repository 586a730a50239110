import { DAY_MS } from './plain.customer';
import { monthOf } from './plain.months';
import type { PlainStay } from './plain.stages';

/** By month: how often a customer enters a stage, not counting what follows an entry that counts too soon. */
export function countEntries(
  customers: Iterable<readonly PlainStay[]>,
  stage: string,
  untilMs: number,
  notWithinDays: number,
): Record<string, number> {
  const months: Record<string, number> = {};
  for (const stays of customers) {
    let enteredMs = -Infinity;
    for (const stay of stays) {
      if (stay.stage !== stage || stay.sinceMs >= untilMs) continue;
      if (stay.sinceMs - enteredMs < notWithinDays * DAY_MS) continue;
      enteredMs = stay.sinceMs;
      months[monthOf(enteredMs)] = (months[monthOf(enteredMs)] ?? 0) + 1;
    }
  }
  return months;
}
