/** A voucher as the API shows it. */
export interface Voucher {
  readonly voucherId: string;
  readonly customerId: string;
  readonly code: string;
  readonly status: string;
  readonly percent: number | null;
  readonly currency: string | null;
  readonly amountMinor: number | null;
  readonly issuedBy: string;
  readonly validUntil: string;
  readonly endedAt: string | null;
  readonly purchaseId: string | null;
  readonly worthMinor: number | null;
  readonly worthCurrency: string | null;
}

interface Sum {
  readonly vouchers: number;
  readonly amountMinor: number;
}

/** Those of one currency or share. */
export interface VoucherTotals {
  readonly currency: string | null;
  readonly percent: number | null;
  readonly issued: Sum;
  readonly open: Sum;
  readonly redeemed: Sum;
  readonly expired: Sum;
  readonly withdrawn: Sum;
  readonly takenOff: Readonly<Record<string, number>>;
}
