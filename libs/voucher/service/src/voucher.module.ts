import { Global, Module } from '@nestjs/common';
import { commandHandlersUnder } from '@tenure/commands';
import { ExpireVoucher, IssuePromisedVoucher, voucherCommands, VoucherCodes } from '@tenure/voucher-contract';
import { KeyedVoucherCodes } from './keyed-voucher.codes';
import { voucherUnder } from './voucher.aggregate';

/** Promises and expiry go over the bus like every command, but are in no list of those that come from outside. */
const handlers = commandHandlersUnder(VoucherCodes, voucherUnder, [
  ...voucherCommands,
  { command: IssuePromisedVoucher },
  { command: ExpireVoucher },
]);

/** Needs CommandsModule; gives codes to whoever promises vouchers. */
@Global()
@Module({
  providers: [...handlers, { provide: VoucherCodes, useFactory: () => new KeyedVoucherCodes() }],
  exports: [VoucherCodes],
})
export class VoucherModule {}
