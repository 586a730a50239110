import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import type { PurchaseCommand, PurchaseEvent, PurchaseRejection } from '@tenure/purchase-contract';
import type { Plain } from '@tenure/shared-contract';
import { evolve, type Purchase } from './purchase.state';

type Command = Plain<PurchaseCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<PurchaseEvent, PurchaseRejection>;

/** One document: a purchase, which can be called off as a whole, or a return. */
export const purchase: Decider<Purchase, Command, PurchaseEvent, PurchaseRejection> = {
  initial: { status: 'absent' },
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'RecordPurchase':
        return recordPurchase(command, state);
      case 'RecordReturn':
        return recordReturn(command, state);
      case 'CancelPurchase':
        return cancel(command, state);
    }
  },
};

function recordPurchase(command: Of<'RecordPurchase'>, state: Purchase): Outcome {
  const { purchaseId, customerId, lines, total, country, channel, occurredAt } = command;
  if (total.amountMinor < 0) return reject('purchase-total-negative', 'record a return instead');
  const data = { purchaseId, customerId, lines, total, country, channel, purchasedAt: occurredAt };
  if (state.status === 'absent') return accept({ type: 'PurchaseRecorded', data });
  return state.document === fingerprintOf(data) ? accept() : reject('purchase-already-recorded-differently');
}

function recordReturn(command: Of<'RecordReturn'>, state: Purchase): Outcome {
  const { returnId, customerId, purchaseId, lines, total, occurredAt } = command;
  if (total.amountMinor < 0) return reject('purchase-total-negative', 'a return has positive amounts');
  const data = { returnId, customerId, purchaseId, lines, total, returnedAt: occurredAt };
  if (state.status === 'absent') return accept({ type: 'PurchaseReturned', data });
  return state.document === fingerprintOf(data) ? accept() : reject('purchase-already-recorded-differently');
}

function cancel({ reason, occurredAt }: Of<'CancelPurchase'>, state: Purchase): Outcome {
  if (state.status === 'absent') return reject('purchase-not-found');
  if (state.status === 'returned') return reject('purchase-is-a-return');
  const { purchaseId, customerId, total, purchasedAt, cancelledFor } = state;
  if (state.status === 'cancelled') return cancelledFor === reason ? accept() : reject('purchase-already-cancelled');
  if (Date.parse(occurredAt) < Date.parse(purchasedAt)) {
    return reject('purchase-cancelled-before-purchase', `it was bought at ${purchasedAt}`);
  }
  return accept({
    type: 'PurchaseCancelled',
    data: { purchaseId, customerId, reason, total, purchasedAt, cancelledAt: occurredAt },
  });
}
