export {
  voucherCodec,
  type VoucherEvent,
  type VoucherExpired,
  type VoucherIssued,
  type VoucherRedeemed,
  type VoucherWithdrawn,
} from './voucher.events';
