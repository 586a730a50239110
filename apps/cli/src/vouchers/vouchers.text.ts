import { moneyShown, shown } from '../queries/answer.text';
import { textTable } from '../text.table';
import type { Voucher, VoucherTotals } from './vouchers.answers';

export const voucherLines = (vouchers: readonly Voucher[]): readonly string[] =>
  textTable(
    [
      { title: 'VOUCHER', value: ({ voucherId }: Voucher) => shown(voucherId) },
      { title: 'CUSTOMER', value: ({ customerId }: Voucher) => shown(customerId) },
      { title: 'CODE', value: ({ code }: Voucher) => shown(code) },
      { title: 'VALUE', value: valueOf, alignRight: true },
      { title: 'STATUS', value: ({ status }: Voucher) => status },
      { title: 'VALID UNTIL', value: ({ validUntil }: Voucher) => validUntil },
      { title: 'ENDED', value: ({ endedAt }: Voucher) => shown(endedAt) },
      { title: 'PURCHASE', value: ({ purchaseId }: Voucher) => shown(purchaseId) },
      {
        title: 'TAKEN OFF',
        value: ({ worthMinor, worthCurrency }: Voucher) => moneyShown(worthMinor ?? 0, worthCurrency),
        alignRight: true,
      },
    ],
    vouchers,
  );

const valueOf = ({ percent, amountMinor, currency }: Voucher): string =>
  percent === null ? moneyShown(amountMinor ?? 0, currency) : `${percent}%`;

/** How many, and below an amount what they say they are worth. */
export const totalLines = (totals: readonly VoucherTotals[]): readonly string[] =>
  textTable(
    [
      { title: 'VOUCHERS', value: ({ currency, percent }: VoucherTotals) => currency ?? `${percent ?? 0}%` },
      ...STATUSES.map((status) => ({
        title: status.toUpperCase(),
        value: (unit: VoucherTotals) => sumText(unit, status),
        alignRight: true,
      })),
      { title: 'TAKEN OFF', value: takenOff, alignRight: true },
    ],
    totals,
  );

const STATUSES = ['issued', 'open', 'redeemed', 'expired', 'withdrawn'] as const;

function sumText(unit: VoucherTotals, status: (typeof STATUSES)[number]): string {
  const { vouchers, amountMinor } = unit[status];
  return unit.currency === null ? `${vouchers}` : `${vouchers} (${moneyShown(amountMinor, unit.currency)})`;
}

const takenOff = (unit: VoucherTotals): string =>
  shown(
    Object.entries(unit.takenOff)
      .map(([currency, minor]) => moneyShown(minor, currency))
      .join(', '),
  );
