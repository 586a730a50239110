import { moneyText } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import type { TableColumn } from '@tenure/tables';
import type { VoucherLedgerRow, VoucherStatus } from '@tenure/voucher-core';

export const VOUCHER_TABLE: Readonly<Record<Language, string>> = { zh: '优惠券台账', en: 'Vouchers' };

const STATUS: Readonly<Record<VoucherStatus, Readonly<Record<Language, string>>>> = {
  open: { zh: '未使用', en: 'Open' },
  redeemed: { zh: '已核销', en: 'Redeemed' },
  expired: { zh: '已过期', en: 'Expired' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** The ledger, a line for each voucher. */
export const voucherColumns = (language: Language): readonly TableColumn<VoucherLedgerRow>[] => {
  const inLanguage = (zh: string, en: string) => ({ zh, en })[language];
  return [
    { header: inLanguage('券编号', 'Voucher'), cell: ({ voucherId }) => voucherId, width: 24 },
    { header: inLanguage('客户编号', 'Customer'), cell: ({ customerId }) => customerId, width: 16 },
    { header: inLanguage('券码', 'Code'), cell: ({ code }) => code, width: 22 },
    { header: inLanguage('状态', 'Status'), cell: ({ status }) => STATUS[status][language], width: 12 },
    { header: inLanguage('面值', 'Value'), cell: faceOf, width: 16 },
    { header: inLanguage('发放原因', 'Issued for'), cell: ({ cause }) => cause, width: 30 },
    { header: inLanguage('发放人', 'Issued by'), cell: ({ issuedBy }) => issuedBy, width: 18 },
    { header: inLanguage('发放时间', 'Issued at'), cell: ({ issuedAt }) => new Date(issuedAt), width: 20 },
    { header: inLanguage('有效期至', 'Valid until'), cell: ({ validUntil }) => new Date(validUntil), width: 20 },
    {
      header: inLanguage('结束时间', 'Ended at'),
      cell: ({ endedAt }) => (endedAt === null ? null : new Date(endedAt)),
      width: 20,
    },
    { header: inLanguage('核销或撤回人', 'Ended by'), cell: ({ endedBy }) => endedBy, width: 16 },
    { header: inLanguage('核销订单', 'Purchase'), cell: ({ purchaseId }) => purchaseId, width: 16 },
    { header: inLanguage('抵扣金额', 'Taken off'), cell: takenOff, width: 16 },
    { header: inLanguage('撤回原因', 'Reason'), cell: ({ reason }) => reason, width: 24 },
  ];
};

const faceOf = ({ percent, currency, amountMinor }: VoucherLedgerRow): string | null =>
  percent === null ? amountText(amountMinor, currency) : `${percent}%`;

const takenOff = ({ worthMinor, worthCurrency }: VoucherLedgerRow): string | null =>
  amountText(worthMinor, worthCurrency);

const amountText = (amountMinor: number | null, currency: string | null): string | null =>
  amountMinor === null || currency === null ? null : moneyText(amountMinor, currency);
