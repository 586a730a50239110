import { defineCodec } from '@tenure/kernel';
import type { VoucherValue } from '@tenure/policy-contract';
import type { Money } from '@tenure/shared-contract';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type VoucherEvent =
  | { readonly type: 'VoucherIssued'; readonly data: VoucherIssued }
  | { readonly type: 'VoucherRedeemed'; readonly data: VoucherRedeemed }
  | { readonly type: 'VoucherExpired'; readonly data: VoucherExpired }
  | { readonly type: 'VoucherWithdrawn'; readonly data: VoucherWithdrawn };

interface OfVoucher {
  readonly voucherId: string;
  readonly customerId: string;
}

export interface VoucherIssued extends OfVoucher {
  /** What the customer shows. */
  readonly code: string;
  readonly value: VoucherValue;
  /** Not redeemed at this moment any more. */
  readonly validUntil: string;
  /** What it was issued for, such as a run of a journey. */
  readonly cause: string;
  readonly by: string;
  readonly issuedAt: string;
}

export interface VoucherRedeemed extends OfVoucher {
  readonly purchaseId: string;
  /** What it took off the purchase. */
  readonly worth: Money;
  /** Of the purchase before that, where it was told. */
  readonly purchaseTotal?: Money;
  readonly by: string;
  readonly redeemedAt: string;
}

export interface VoucherExpired extends OfVoucher {
  readonly expiredAt: string;
}

export interface VoucherWithdrawn extends OfVoucher {
  readonly reason: string;
  readonly by: string;
  readonly withdrawnAt: string;
}

const ofVoucher = { voucherId: 'string', customerId: 'string' } as const;

export const voucherCodec = defineCodec<VoucherEvent>({
  VoucherIssued: {
    version: 1,
    fields: {
      ...ofVoucher,
      code: 'string',
      value: 'object',
      validUntil: 'string',
      cause: 'string',
      by: 'string',
      issuedAt: 'string',
    },
  },
  VoucherRedeemed: {
    version: 1,
    fields: {
      ...ofVoucher,
      purchaseId: 'string',
      worth: 'object',
      purchaseTotal: 'object?',
      by: 'string',
      redeemedAt: 'string',
    },
  },
  VoucherExpired: { version: 1, fields: { ...ofVoucher, expiredAt: 'string' } },
  VoucherWithdrawn: { version: 1, fields: { ...ofVoucher, reason: 'string', by: 'string', withdrawnAt: 'string' } },
});
