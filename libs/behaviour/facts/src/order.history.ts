import { dayOfMs } from './epoch.day';

/** When a customer ordered; what was called off is not among it. */
export interface OrderHistory {
  /** The newest orders, ascending, in milliseconds since 1970-01-01. */
  readonly timesMs: readonly number[];
  /** Days with an order, early ones included. */
  readonly days: number;
  /** What came before them, where there is more than is kept one by one. */
  readonly early?: { readonly orders: number; readonly firstMs: number };
}

export const noOrders: OrderHistory = { timesMs: [], days: 0 };

/** So many orders are kept one by one; of earlier ones, their number, their first, and (nearly) their days. */
export const MOST_ORDERS = 512;

export function withOrder({ timesMs, days, early }: OrderHistory, atMs: number): OrderHistory {
  const index = firstLater(timesMs, atMs);
  const isEarliest = index === 0 && early !== undefined;
  const added = {
    timesMs: index === timesMs.length ? [...timesMs, atMs] : timesMs.toSpliced(index, 0, atMs),
    days: days + (isEarliest || sharesDay(timesMs, index, atMs) ? 0 : 1),
    ...(early && { early }),
  };
  return added.timesMs.length > MOST_ORDERS ? withoutOldest(added) : added;
}

/** After an order was called off. */
export function withoutOrder(history: OrderHistory, atMs: number): OrderHistory {
  const { timesMs, days, early } = history;
  const index = firstLater(timesMs, atMs) - 1;
  if (index >= 0 && timesMs[index] === atMs) {
    const rest = timesMs.toSpliced(index, 1);
    return { ...history, timesMs: rest, days: days - (sharesDay(rest, index, atMs) ? 0 : 1) };
  }
  if (early === undefined) return history;
  const { orders, firstMs } = early;
  return { timesMs, days, ...(orders > 1 && { early: { orders: orders - 1, firstMs } }) };
}

export const ordersOf = ({ timesMs, early }: OrderHistory): number => timesMs.length + (early?.orders ?? 0);

export const firstOrderMs = ({ timesMs, early }: OrderHistory): number | undefined => early?.firstMs ?? timesMs[0];

export const lastOrderMs = ({ timesMs }: OrderHistory): number | undefined => timesMs.at(-1);

/** At most {@link MOST_ORDERS}. */
export const ordersAfter = ({ timesMs }: OrderHistory, atMs: number): number =>
  timesMs.length - firstLater(timesMs, atMs);

function withoutOldest({ timesMs: [oldest = 0, ...timesMs], days, early }: OrderHistory): OrderHistory {
  return {
    timesMs,
    days,
    early: { orders: (early?.orders ?? 0) + 1, firstMs: Math.min(early?.firstMs ?? oldest, oldest) },
  };
}

/** Whether a neighbour of a place in the list is of the same day. */
function sharesDay(timesMs: readonly number[], index: number, atMs: number): boolean {
  const day = dayOfMs(atMs);
  const isOfIt = (timeMs: number | undefined) => timeMs !== undefined && dayOfMs(timeMs) === day;
  return isOfIt(timesMs[index - 1]) || isOfIt(timesMs[index]);
}

/** The search starts at the end, where nearly every event of a history in order belongs. */
function firstLater(timesMs: readonly number[], atMs: number): number {
  let index = timesMs.length;
  while (index > 0 && (timesMs[index - 1] ?? NaN) > atMs) index--;
  return index;
}
