import type { Aggregate } from '@tenure/event-store';
import {
  purchaseCodec,
  type PurchaseCommand,
  type PurchaseEvent,
  type PurchaseRejection,
} from '@tenure/purchase-contract';
import { purchase, type Purchase } from '@tenure/purchase-core';
import type { Plain } from '@tenure/shared-contract';

export const purchaseAggregate: Aggregate<Purchase, Plain<PurchaseCommand>, PurchaseEvent, PurchaseRejection> = {
  category: 'purchase',
  decider: purchase,
  codec: purchaseCodec,
  idOf: (command) => (command.type === 'RecordReturn' ? command.returnId : command.purchaseId),
  customerIdOf: ({ data }) => data.customerId,
  starts: ['RecordPurchase', 'RecordReturn'],
};
