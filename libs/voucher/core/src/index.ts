export { promisedVoucher } from './promised.voucher';
export { voucher } from './voucher.decider';
export {
  VOUCHER_STATUSES,
  voucherLedger,
  type VoucherLedgerRow,
  type VoucherStatus,
} from './voucher-ledger.projection';
export type { Voucher } from './voucher.state';
export { voucherTotals, type VoucherCount, type VoucherSum, type VoucherTotals } from './voucher.totals';
