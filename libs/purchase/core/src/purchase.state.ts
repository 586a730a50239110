import { fingerprintOf } from '@tenure/kernel';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { Money } from '@tenure/shared-contract';

export type Purchase = { readonly status: 'absent' } | Bought | Returned;

export interface Bought {
  readonly status: 'recorded' | 'cancelled';
  readonly purchaseId: string;
  readonly customerId: string;
  readonly total: Money;
  readonly purchasedAt: string;
  /** Stands for the document in place of its lines, which may be thousands. */
  readonly document: string;
  readonly cancelledFor?: string;
}

export interface Returned {
  readonly status: 'returned';
  readonly document: string;
}

export function evolve(state: Purchase, event: PurchaseEvent): Purchase {
  switch (event.type) {
    case 'PurchaseRecorded': {
      const { purchaseId, customerId, total, purchasedAt } = event.data;
      return { status: 'recorded', purchaseId, customerId, total, purchasedAt, document: fingerprintOf(event.data) };
    }
    case 'PurchaseReturned':
      return { status: 'returned', document: fingerprintOf(event.data) };
    case 'PurchaseCancelled':
      return state.status === 'recorded' ? { ...state, status: 'cancelled', cancelledFor: event.data.reason } : state;
  }
}
