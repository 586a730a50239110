import { defineCodec } from '@tenure/kernel';
import type { Money } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type PurchaseEvent =
  | { readonly type: 'PurchaseRecorded'; readonly data: PurchaseRecorded }
  | { readonly type: 'PurchaseReturned'; readonly data: PurchaseReturned }
  | { readonly type: 'PurchaseCancelled'; readonly data: PurchaseCancelled };

/**
 * `unitPrice` is a plain decimal in major units of the document's currency, as text: prices below the minor unit occur
 * (GBP 0.001), and their exact value would be lost in integer minor units.
 */
export interface PurchaseLine {
  readonly sku: string;
  readonly description?: string;
  /** A positive integer. */
  readonly quantity: number;
  readonly unitPrice: string;
}

export interface PurchaseRecorded {
  readonly purchaseId: string;
  readonly customerId: string;
  readonly lines: readonly PurchaseLine[];
  /** What the customer pays, as the sender computed it: rounding, discounts, tax and freight are its own. */
  readonly total: Money;
  readonly country?: string;
  readonly channel?: string;
  readonly purchasedAt: string;
}

/** A stand-alone document by which goods came back, whole or in part. Quantities and total are positive. */
export interface PurchaseReturned {
  readonly returnId: string;
  readonly customerId: string;
  /** The original document where it is known. */
  readonly purchaseId?: string;
  readonly lines: readonly PurchaseLine[];
  /** What was given back to the customer. */
  readonly total: Money;
  readonly returnedAt: string;
}

/** The whole document no longer counts; with its total and time, so that no reader has to look them up. */
export interface PurchaseCancelled {
  readonly purchaseId: string;
  readonly customerId: string;
  readonly reason: string;
  readonly total: Money;
  readonly purchasedAt: string;
  readonly cancelledAt: string;
}

export const purchaseCodec = defineCodec<PurchaseEvent>({
  PurchaseRecorded: {
    version: 1,
    fields: {
      purchaseId: 'string',
      customerId: 'string',
      lines: 'array',
      total: 'object',
      country: 'string?',
      channel: 'string?',
      purchasedAt: 'string',
    },
  },
  PurchaseReturned: {
    version: 1,
    fields: {
      returnId: 'string',
      customerId: 'string',
      purchaseId: 'string?',
      lines: 'array',
      total: 'object',
      returnedAt: 'string',
    },
  },
  PurchaseCancelled: {
    version: 1,
    fields: {
      purchaseId: 'string',
      customerId: 'string',
      reason: 'string',
      total: 'object',
      purchasedAt: 'string',
      cancelledAt: 'string',
    },
  },
});
