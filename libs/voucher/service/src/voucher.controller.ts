import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';
import { IssueVoucher, RedeemVoucher, WithdrawVoucher, type VoucherRejection } from '@tenure/voucher-contract';

export const voucherRejectionStatuses: RejectionStatuses<VoucherRejection> = {
  'voucher-not-found': HttpStatus.NOT_FOUND,
  'voucher-already-issued-differently': HttpStatus.CONFLICT,
  'voucher-valid-until-past': HttpStatus.UNPROCESSABLE_ENTITY,
  'voucher-code-wrong': HttpStatus.FORBIDDEN,
  'voucher-of-another-customer': HttpStatus.FORBIDDEN,
  'voucher-already-redeemed': HttpStatus.CONFLICT,
  'voucher-expired': HttpStatus.CONFLICT,
  'voucher-withdrawn': HttpStatus.CONFLICT,
  'voucher-still-valid': HttpStatus.CONFLICT,
  'voucher-before-issued': HttpStatus.UNPROCESSABLE_ENTITY,
  'voucher-in-another-currency': HttpStatus.UNPROCESSABLE_ENTITY,
  'voucher-worth-not-positive': HttpStatus.UNPROCESSABLE_ENTITY,
  'voucher-worth-too-much': HttpStatus.UNPROCESSABLE_ENTITY,
  'voucher-purchase-total-missing': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = voucherRejectionStatuses;
const path = ['voucherId'] as const;

@ApiTags('vouchers')
@Controller('vouchers')
export class VoucherController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({
    command: IssueVoucher,
    summary: 'Issue a voucher to a customer',
    description: 'The platform gives it a code that nobody can guess: `GET /vouchers/{voucherId}` shows it.',
    statuses,
  })
  issue(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(IssueVoucher, incoming, statuses);
  }

  @Post(':voucherId/redemption')
  @CommandOperation({
    command: RedeemVoucher,
    summary: 'Take a voucher off a purchase, once',
    description: 'By the moment at which it was shown; not for more than the voucher is worth, nor than is bought.',
    path,
    statuses,
  })
  redeem(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RedeemVoucher, incoming, statuses);
  }

  @Post(':voucherId/withdrawal')
  @CommandOperation({ command: WithdrawVoucher, summary: 'Take back one that is open', path, statuses })
  withdraw(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(WithdrawVoucher, incoming, statuses);
  }
}
