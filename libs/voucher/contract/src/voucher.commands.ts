import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, Length, ValidateNested } from 'class-validator';
import type { VoucherValue } from '@tenure/policy-contract';
import { Command, IdProperty, IsInstant, MayBeAbsent, Money, type CommandDescription } from '@tenure/shared-contract';
import { VoucherValueProperty } from './voucher.value';

abstract class OnVoucher extends Command {
  @IdProperty('Id of the voucher, chosen by the sender.')
  readonly voucherId!: string;
}

abstract class Issue extends OnVoucher {
  @IdProperty('The customer who gets it, and who alone can redeem it.')
  readonly customerId!: string;

  @VoucherValueProperty()
  readonly value!: VoucherValue;

  @ApiProperty({ format: 'date-time', description: 'Not redeemed at this moment any more.' })
  @IsInstant()
  readonly validUntil!: string;

  @ApiProperty({ maxLength: 500, description: 'What it is issued for.' })
  @Length(1, 500)
  readonly cause!: string;

  @IdProperty('Who issues it.')
  readonly by!: string;
}

/** Issues a voucher under a code that nobody can guess. */
export class IssueVoucher extends Issue {
  readonly type = 'IssueVoucher';
}

/** Issues the voucher that a customer has been promised under a code; sent by the platform itself, never from outside. */
export class IssuePromisedVoucher extends Issue {
  readonly type = 'IssuePromisedVoucher';

  @Length(1, 100)
  readonly code!: string;
}

export class RedeemVoucher extends OnVoucher {
  readonly type = 'RedeemVoucher';

  @IdProperty('The customer who shows it.')
  readonly customerId!: string;

  @ApiProperty({ maxLength: 100, description: 'As the customer shows it; dashes and the case of letters don’t count.' })
  @Length(1, 100)
  readonly code!: string;

  @IdProperty('The purchase that it is for.')
  readonly purchaseId!: string;

  @ApiProperty({ type: Money, description: 'What it takes off the purchase.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => Money)
  readonly worth!: Money;

  @ApiPropertyOptional({
    type: Money,
    description: 'Before the voucher is taken off: needed where that is in percent.',
  })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => Money)
  readonly purchaseTotal?: Money;

  @IdProperty('Who takes it.')
  readonly by!: string;
}

/** Takes a voucher back that was not redeemed. */
export class WithdrawVoucher extends OnVoucher {
  readonly type = 'WithdrawVoucher';

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly reason!: string;

  @IdProperty('Who decides.')
  readonly by!: string;
}

/** Says at its end that a voucher was not redeemed; sent by the platform itself, never from outside. */
export class ExpireVoucher extends OnVoucher {
  readonly type = 'ExpireVoucher';
}

export type VoucherCommand = IssueVoucher | IssuePromisedVoucher | RedeemVoucher | WithdrawVoucher | ExpireVoucher;

/** Those that can be reached from outside: promises and expiry are left to the platform. */
export const voucherCommands: readonly CommandDescription<VoucherCommand>[] = [
  { command: IssueVoucher, cloudEventType: 'tenure.voucher.issued' },
  { command: RedeemVoucher, cloudEventType: 'tenure.voucher.redeemed' },
  { command: WithdrawVoucher, cloudEventType: 'tenure.voucher.withdrawn' },
];
