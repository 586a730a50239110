import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';
import {
  voucherCodec,
  type VoucherCodes,
  type VoucherCommand,
  type VoucherEvent,
  type VoucherRejection,
} from '@tenure/voucher-contract';
import { voucher, type Voucher } from '@tenure/voucher-core';

export type VoucherAggregate = Aggregate<Voucher, Plain<VoucherCommand>, VoucherEvent, VoucherRejection>;

export const voucherUnder = (codes: VoucherCodes): VoucherAggregate => ({
  category: 'voucher',
  decider: voucher(codes),
  codec: voucherCodec,
  idOf: ({ voucherId }) => voucherId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['IssueVoucher', 'IssuePromisedVoucher'],
});
