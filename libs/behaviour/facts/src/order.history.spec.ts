import {
  firstOrderMs,
  lastOrderMs,
  MOST_ORDERS,
  noOrders,
  ordersAfter,
  ordersOf,
  withOrder,
  withoutOrder,
} from './order.history';

const DAY_MS = 86_400_000;

describe('the orders of a very busy customer', () => {
  const days = Array.from({ length: MOST_ORDERS + 100 }, (_, day) => day * DAY_MS);
  const history = days.reduce(withOrder, noOrders);

  it('are counted beyond those that are kept one by one', () => {
    expect(history.timesMs).toHaveLength(MOST_ORDERS);
    expect(ordersOf(history)).toBe(MOST_ORDERS + 100);
    expect(history.days).toBe(MOST_ORDERS + 100);
    expect(firstOrderMs(history)).toBe(0);
    expect(lastOrderMs(history)).toBe((MOST_ORDERS + 99) * DAY_MS);
    expect(ordersAfter(history, (MOST_ORDERS + 89) * DAY_MS)).toBe(10);
  });
  it('stay countable when an old one is called off, or becomes known late', () => {
    expect(ordersOf(withoutOrder(history, 5 * DAY_MS))).toBe(MOST_ORDERS + 99);
    expect(ordersOf(withOrder(history, -DAY_MS))).toBe(MOST_ORDERS + 101);
    expect(firstOrderMs(withOrder(history, -DAY_MS))).toBe(-DAY_MS);
    const last = history.timesMs.at(-1) ?? NaN;
    expect(withOrder(withoutOrder(history, last), last)).toEqual(history);
  });
});
