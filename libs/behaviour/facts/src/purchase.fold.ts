import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { Counting } from './counting';
import type { BehaviourDraft } from './customer.behaviour';
import { dayOfMs } from './epoch.day';
import { noOrders, withoutOrder, withOrder } from './order.history';
import { added } from './series';

/** A cancelled purchase was never an order: it is taken back on its own day. */
export function foldPurchase<Draft extends BehaviourDraft>(
  draft: Draft,
  event: PurchaseEvent,
  count: Counting<Draft>,
): void {
  switch (event.type) {
    case 'PurchaseRecorded': {
      const { total, purchasedAt } = event.data;
      const atMs = Date.parse(purchasedAt);
      count(draft, 'orders', dayOfMs(atMs), 1);
      draft.orderHistory = withOrder(draft.orderHistory ?? noOrders, atMs);
      setCurrency(draft, total.currency, atMs);
      return spend(draft, total.currency, total.amountMinor, atMs);
    }
    case 'PurchaseCancelled': {
      const { total, purchasedAt } = event.data;
      const atMs = Date.parse(purchasedAt);
      count(draft, 'orders', dayOfMs(atMs), -1);
      draft.orderHistory = withoutOrder(draft.orderHistory ?? noOrders, atMs);
      return spend(draft, total.currency, 0 - total.amountMinor, atMs);
    }
    case 'PurchaseReturned': {
      const { total, returnedAt } = event.data;
      const atMs = Date.parse(returnedAt);
      count(draft, 'returns', dayOfMs(atMs), 1);
      return spend(draft, total.currency, 0 - total.amountMinor, atMs);
    }
  }
}

function spend(draft: BehaviourDraft, currency: string, amountMinor: number, atMs: number): void {
  draft.spend = { ...draft.spend, [currency]: added(draft.spend?.[currency], dayOfMs(atMs), amountMinor) };
}

/** Of purchases at the same moment, the one whose currency comes first by its code. */
function setCurrency(draft: BehaviourDraft, code: string, atMs: number): void {
  const known = draft.currency;
  if (known === undefined || atMs > known.atMs || (atMs === known.atMs && code < known.code)) {
    draft.currency = { code, atMs };
  }
}
