import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import { purchase } from './purchase.decider';

const { given } = specify(purchase);
const at = '2010-12-01T08:26:00Z';
const later = '2010-12-02T08:26:00Z';
const lines = [{ sku: '85123A', quantity: 6, unitPrice: '2.55' }];
const total = { amountMinor: 1530, currency: 'GBP' };
const customerId = 'k-1';

const record = { type: 'RecordPurchase', purchaseId: '536365', customerId, lines, total, occurredAt: at } as const;
const recorded: PurchaseEvent = {
  type: 'PurchaseRecorded',
  data: { purchaseId: '536365', customerId, lines, total, purchasedAt: at },
};
const giveBack = { type: 'RecordReturn', returnId: 'C536379', customerId, lines, total, occurredAt: later } as const;
const returned: PurchaseEvent = {
  type: 'PurchaseReturned',
  data: { returnId: 'C536379', customerId, lines, total, returnedAt: later },
};
const cancel = {
  type: 'CancelPurchase',
  purchaseId: '536365',
  reason: 'Changed their mind',
  occurredAt: later,
} as const;
const cancelled: PurchaseEvent = {
  type: 'PurchaseCancelled',
  data: { purchaseId: '536365', customerId, reason: cancel.reason, total, purchasedAt: at, cancelledAt: later },
};

describe('purchase', () => {
  it('is recorded as one document', () => given().when(record).then(recorded));
  it('refuses another document under the same number, however small the difference', () => {
    const otherLines = [{ sku: '85123A', quantity: 6, unitPrice: '2.56' }];
    given(recorded)
      .when({ ...record, lines: otherLines })
      .thenRejected('purchase-already-recorded-differently');
    given(recorded)
      .when({ ...giveBack, returnId: '536365' })
      .thenRejected('purchase-already-recorded-differently');
  });
  it('refuses a negative total', () => {
    const negative = { amountMinor: -1530, currency: 'GBP' };
    given()
      .when({ ...record, total: negative })
      .thenRejected('purchase-total-negative');
    given()
      .when({ ...giveBack, total: negative })
      .thenRejected('purchase-total-negative');
  });
  it('takes a return as a document of its own', () => given().when(giveBack).then(returned));
  it('is cancelled as a whole, with what no longer counts', () => {
    given(recorded).when(cancel).then(cancelled);
    given(recorded, cancelled)
      .when({ ...cancel, reason: 'Out of stock' })
      .thenRejected('purchase-already-cancelled');
  });
  it('is cancelled only when there is one, and not before it was made', () => {
    given().when(cancel).thenRejected('purchase-not-found');
    given(returned)
      .when({ ...cancel, purchaseId: 'C536379' })
      .thenRejected('purchase-is-a-return');
    given(recorded)
      .when({ ...cancel, occurredAt: '2010-11-30T08:26:00Z' })
      .thenRejected('purchase-cancelled-before-purchase');
  });

  it('yields no events for a repeated command', () => {
    const document = {
      customerId: fc.constant(customerId),
      lines: fc.constantFrom(lines, [...lines, ...lines]),
      total: fc.constantFrom(total, { amountMinor: 0, currency: 'GBP' }),
      occurredAt: fc.constantFrom(at, later),
    };
    proveRepeatedCommandsYieldNoEvents(purchase, {
      RecordPurchase: fc.record({ ...document, type: fc.constant('RecordPurchase'), purchaseId: fc.constant('1') }),
      RecordReturn: fc.record({ ...document, type: fc.constant('RecordReturn'), returnId: fc.constant('1') }),
      CancelPurchase: fc.record({
        type: fc.constant('CancelPurchase'),
        purchaseId: fc.constant('1'),
        reason: fc.constantFrom('one', 'two'),
        occurredAt: fc.constantFrom(at, later),
      }),
    });
  });
});
