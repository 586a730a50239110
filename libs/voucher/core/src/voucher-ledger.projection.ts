import type { Projection, Recorded } from '@tenure/kernel';
import { plainCode, type VoucherEvent, type VoucherIssued } from '@tenure/voucher-contract';

export const VOUCHER_STATUSES = ['open', 'redeemed', 'expired', 'withdrawn'] as const;
export type VoucherStatus = (typeof VOUCHER_STATUSES)[number];

/** One voucher and what became of it. Amounts in minor units; times ISO 8601. */
export interface VoucherLedgerRow {
  readonly voucherId: string;
  readonly customerId: string;
  readonly code: string;
  /** Without dashes, in capital letters: what a code is found by. */
  readonly plainCode: string;
  readonly status: VoucherStatus;
  /** Of a voucher that takes off a share of a purchase; of others there are currency and amount. */
  readonly percent: number | null;
  readonly currency: string | null;
  readonly amountMinor: number | null;
  readonly cause: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly validUntil: string;
  /** When it was redeemed or withdrawn, or had expired, and by whom. */
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly reason: string | null;
  readonly purchaseId: string | null;
  /** What it took off the purchase. */
  readonly worthMinor: number | null;
  readonly worthCurrency: string | null;
  readonly position: bigint;
}

/** Which vouchers were issued, and which of them are open, redeemed, expired or withdrawn. */
export const voucherLedger: Projection<VoucherLedgerRow, VoucherEvent> = {
  name: 'voucher-ledger',
  version: 1,
  handles: ['VoucherIssued', 'VoucherRedeemed', 'VoucherExpired', 'VoucherWithdrawn'],
  keysOf: ({ data: { voucherId } }) => [voucherId],
  fold: (row, event) => ({ ...(row ?? newRow(event)), ...changesOf(event), position: event.position }),
};

const newRow = ({ data, metadata, position }: Recorded<VoucherEvent>): VoucherLedgerRow => ({
  voucherId: data.voucherId,
  customerId: data.customerId,
  code: '',
  plainCode: '',
  status: 'open',
  percent: null,
  currency: null,
  amountMinor: null,
  cause: '',
  issuedBy: '',
  issuedAt: metadata.occurredAt,
  validUntil: metadata.occurredAt,
  endedAt: null,
  endedBy: null,
  reason: null,
  purchaseId: null,
  worthMinor: null,
  worthCurrency: null,
  position,
});

function changesOf(event: VoucherEvent): Partial<VoucherLedgerRow> {
  switch (event.type) {
    case 'VoucherIssued':
      return issuedAs(event.data);
    case 'VoucherRedeemed': {
      const { purchaseId, worth, by: endedBy, redeemedAt: endedAt } = event.data;
      const of = { purchaseId, worthMinor: worth.amountMinor, worthCurrency: worth.currency };
      return { status: 'redeemed', endedAt, endedBy, ...of };
    }
    case 'VoucherExpired':
      return { status: 'expired', endedAt: event.data.expiredAt };
    case 'VoucherWithdrawn': {
      const { reason, by: endedBy, withdrawnAt: endedAt } = event.data;
      return { status: 'withdrawn', endedAt, endedBy, reason };
    }
  }
}

function issuedAs({
  code,
  value,
  cause,
  by: issuedBy,
  issuedAt,
  validUntil,
}: VoucherIssued): Partial<VoucherLedgerRow> {
  return { code, plainCode: plainCode(code), ...value, cause, issuedBy, issuedAt, validUntil };
}
