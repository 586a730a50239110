import type { FactDate } from '@tenure/policy-contract';
import type { CustomerBehaviour } from './customer.behaviour';
import { dayOf, dayOfMs, dayText } from './epoch.day';
import { firstOrderMs } from './order.history';
import { nextRenewalOn } from './renewal';

/**
 * The next such day of the customer's own, `YYYY-MM-DD`, from the day of a moment (ISO 8601) on; undefined where there is
 * none. An anniversary is a year after at the earliest; that of 29 February is the 28th in other years.
 */
export function dateOf(behaviour: CustomerBehaviour, of: FactDate, at: string): string | undefined {
  const on = dayOn(behaviour, of, dayOf(at));
  return on === undefined ? undefined : dayText(on);
}

/** Whether a day of the customer's own may be another one after an event; for who keeps {@link dateOf}. */
export function mayMoveDates(before: CustomerBehaviour | undefined, after: CustomerBehaviour): boolean {
  if (before?.registeredOn !== after.registeredOn || before?.contracts !== after.contracts) return true;
  return firstOf(before) !== firstOf(after);
}

const firstOf = ({ orderHistory }: CustomerBehaviour = {}): number | undefined =>
  orderHistory && firstOrderMs(orderHistory);

function dayOn(behaviour: CustomerBehaviour, of: FactDate, day: number): number | undefined {
  switch (of) {
    case 'renewal':
      return nextRenewalOn(behaviour, day);
    case 'registration-anniversary':
      return anniversaryOn(behaviour.registeredOn, day);
    case 'first-order-anniversary': {
      const firstMs = firstOf(behaviour);
      return anniversaryOn(firstMs === undefined ? undefined : dayOfMs(firstMs), day);
    }
  }
}

function anniversaryOn(since: number | undefined, day: number): number | undefined {
  if (since === undefined) return undefined;
  const [year = 0, month = 1, dayOfMonth = 1] = dayText(since).split('-').map(Number);
  const inYear = (wanted: number) =>
    Math.min(dayOfMs(Date.UTC(wanted, month - 1, dayOfMonth)), dayOfMs(Date.UTC(wanted, month, 0)));
  const thisYear = Math.max(Number(dayText(day).slice(0, 4)), year + 1);
  const on = inYear(thisYear);
  return on >= day ? on : inYear(thisYear + 1);
}
