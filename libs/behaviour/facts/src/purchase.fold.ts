import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { Money } from '@tenure/shared-contract';
import { counted, type CustomerBehaviour } from './customer.behaviour';
import { dayOfMs } from './epoch.day';
import { noOrders, withoutOrder, withOrder } from './order.history';
import { added } from './series';

/** A cancelled purchase was never an order: it is taken back on its own day. */
export function afterPurchase(behaviour: CustomerBehaviour, event: PurchaseEvent): CustomerBehaviour {
  switch (event.type) {
    case 'PurchaseRecorded': {
      const { total, purchasedAt } = event.data;
      const atMs = Date.parse(purchasedAt);
      return {
        ...counted(behaviour, 'orders', dayOfMs(atMs)),
        orderHistory: withOrder(behaviour.orderHistory ?? noOrders, atMs),
        spend: spendAfter(behaviour, total, 1, atMs),
        currency: currencyAfter(behaviour, total.currency, atMs),
      };
    }
    case 'PurchaseCancelled': {
      const { total, purchasedAt } = event.data;
      const atMs = Date.parse(purchasedAt);
      return {
        ...counted(behaviour, 'orders', dayOfMs(atMs), -1),
        orderHistory: withoutOrder(behaviour.orderHistory ?? noOrders, atMs),
        spend: spendAfter(behaviour, total, -1, atMs),
      };
    }
    case 'PurchaseReturned': {
      const { total, returnedAt } = event.data;
      const atMs = Date.parse(returnedAt);
      return { ...counted(behaviour, 'returns', dayOfMs(atMs)), spend: spendAfter(behaviour, total, -1, atMs) };
    }
  }
}

const spendAfter = (
  { spend }: CustomerBehaviour,
  { amountMinor, currency }: Money,
  sign: 1 | -1,
  atMs: number,
): CustomerBehaviour['spend'] => ({
  ...spend,
  [currency]: added(spend?.[currency], dayOfMs(atMs), sign * amountMinor),
});

/** Of purchases at the same moment, the one whose currency comes first by its code. */
function currencyAfter(
  { currency: known }: CustomerBehaviour,
  code: string,
  atMs: number,
): CustomerBehaviour['currency'] {
  if (known === undefined || atMs > known.atMs) return { code, atMs };
  return atMs === known.atMs && code < known.code ? { code, atMs } : known;
}
