export { plainCode, VoucherCodes } from './voucher.codes';
export {
  ExpireVoucher,
  IssuePromisedVoucher,
  IssueVoucher,
  RedeemVoucher,
  voucherCommands,
  WithdrawVoucher,
  type VoucherCommand,
} from './voucher.commands';
export {
  voucherCodec,
  type VoucherEvent,
  type VoucherExpired,
  type VoucherIssued,
  type VoucherRedeemed,
  type VoucherWithdrawn,
} from './voucher.events';
export type { VoucherRejection } from './voucher.rejections';
