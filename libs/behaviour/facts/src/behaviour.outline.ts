import type { CustomerBehaviour } from './customer.behaviour';
import { dayOfMs, dayText } from './epoch.day';
import { firstOrderMs, lastOrderMs, noOrders, ordersOf } from './order.history';

/** What of a behaviour does not depend on the day that it is looked at. Days are `YYYY-MM-DD`. */
export interface BehaviourOutline {
  readonly orders: number;
  readonly firstOrderOn: string | null;
  readonly lastOrderOn: string | null;
  readonly lastLoginOn: string | null;
  readonly lastContactOn: string | null;
  readonly openComplaints: number;
}

export function outlineOf(behaviour: CustomerBehaviour): BehaviourOutline {
  const { orderHistory = noOrders, lastLoginOn, lastContactOn, openComplaints } = behaviour;
  return {
    orders: ordersOf(orderHistory),
    firstOrderOn: textOfMs(firstOrderMs(orderHistory)),
    lastOrderOn: textOfMs(lastOrderMs(orderHistory)),
    lastLoginOn: textOf(lastLoginOn),
    lastContactOn: textOf(lastContactOn),
    openComplaints: openComplaints?.length ?? 0,
  };
}

const textOf = (day: number | undefined): string | null => (day === undefined ? null : dayText(day));
const textOfMs = (atMs: number | undefined): string | null => textOf(atMs === undefined ? undefined : dayOfMs(atMs));
