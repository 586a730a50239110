import { instant, type Projection, type Recorded } from '@tenure/kernel';
import type { PurchaseEvent } from '@tenure/purchase-contract';

/** How often a customer ordered in a month (UTC); what was called off is no order. */
export interface CustomerOrderMonthRow {
  /** `customerId|month`. */
  readonly key: string;
  readonly customerId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly orders: number;
}

type OrderEvent = Extract<PurchaseEvent, { type: 'PurchaseRecorded' | 'PurchaseCancelled' }>;

/** Who ordered in which months: what cohorts are made of. */
export const customerOrderMonth: Projection<CustomerOrderMonthRow, OrderEvent> = {
  name: 'customer-order-month',
  version: 1,
  handles: ['PurchaseRecorded', 'PurchaseCancelled'],
  keysOf: (event) => [`${event.data.customerId}|${monthOf(event)}`],
  fold: (row, event, key) => ({
    key,
    customerId: event.data.customerId,
    month: monthOf(event),
    orders: (row?.orders ?? 0) + (event.type === 'PurchaseRecorded' ? 1 : -1),
  }),
};

const monthOf = ({ data: { purchasedAt } }: Recorded<OrderEvent>): string =>
  instant(Date.parse(purchasedAt)).slice(0, 7);
