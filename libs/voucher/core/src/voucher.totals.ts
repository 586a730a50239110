import type { VoucherStatus } from './voucher-ledger.projection';

/** How many vouchers, and what they say they are worth: nothing that can be added up where that is in percent. */
export interface VoucherSum {
  readonly vouchers: number;
  readonly amountMinor: number;
}

/**
 * Vouchers of one currency, or of one share, by what became of them: `issued` is the sum of the others. Their worth is by
 * what they say; `takenOff` is what those redeemed really took off purchases, by currency.
 */
export interface VoucherTotals extends Readonly<Record<'issued' | VoucherStatus, VoucherSum>> {
  /** Null for those in percent. */
  readonly currency: string | null;
  /** Null for those of an amount. */
  readonly percent: number | null;
  readonly takenOff: Readonly<Record<string, number>>;
}

/** Vouchers of one currency or share and of one status, counted. */
export interface VoucherCount extends VoucherSum {
  readonly currency: string | null;
  readonly percent: number | null;
  readonly status: VoucherStatus;
  /** Of what was taken off; null where nothing was. */
  readonly worthCurrency: string | null;
  readonly worthMinor: number;
}

/** Currencies in alphabetical order, then shares from the smallest. */
export function voucherTotals(counts: readonly VoucherCount[]): VoucherTotals[] {
  const totals = new Map<string, VoucherTotals>();
  for (const count of counts) {
    const unit = `${count.currency ?? ''}|${count.percent ?? ''}`;
    totals.set(unit, withCount(totals.get(unit) ?? noTotals(count), count));
  }
  return [...totals.values()].toSorted(byUnit);
}

const nothing: VoucherSum = { vouchers: 0, amountMinor: 0 };

const noTotals = ({ currency, percent }: VoucherCount): VoucherTotals => ({
  currency,
  percent,
  issued: nothing,
  open: nothing,
  redeemed: nothing,
  expired: nothing,
  withdrawn: nothing,
  takenOff: {},
});

function withCount(totals: VoucherTotals, count: VoucherCount): VoucherTotals {
  const { status, worthCurrency, worthMinor } = count;
  const takenOff =
    worthCurrency === null
      ? totals.takenOff
      : { ...totals.takenOff, [worthCurrency]: (totals.takenOff[worthCurrency] ?? 0) + worthMinor };
  return { ...totals, issued: sum(totals.issued, count), [status]: sum(totals[status], count), takenOff };
}

const sum = (one: VoucherSum, other: VoucherSum): VoucherSum => ({
  vouchers: one.vouchers + other.vouchers,
  amountMinor: one.amountMinor + other.amountMinor,
});

function byUnit(one: VoucherTotals, other: VoucherTotals): number {
  if (one.currency !== null && other.currency !== null) return one.currency < other.currency ? -1 : 1;
  if (one.currency !== other.currency) return one.currency === null ? 1 : -1;
  return (one.percent ?? 0) - (other.percent ?? 0);
}
