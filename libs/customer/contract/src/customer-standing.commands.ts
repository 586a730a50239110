import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, Length } from 'class-validator';
import { Command, IdProperty } from '@tenure/shared-contract';
import { CONSENT_CHANNELS, CONSENT_PURPOSES, type ConsentChannel, type ConsentPurpose } from './customer.vocabulary';

/** Notes that a customer agrees to be written to, or no longer does. */
export class SetCustomerConsent extends Command {
  readonly type = 'SetCustomerConsent';

  @IdProperty('The customer who was asked.')
  readonly customerId!: string;

  @ApiProperty({ enum: CONSENT_PURPOSES })
  @IsIn(CONSENT_PURPOSES)
  readonly purpose!: ConsentPurpose;

  @ApiProperty({ enum: CONSENT_CHANNELS })
  @IsIn(CONSENT_CHANNELS)
  readonly channel!: ConsentChannel;

  @ApiProperty({ description: 'False where the customer takes it back, or refuses.' })
  @IsBoolean()
  readonly granted!: boolean;

  @IdProperty('Who notes it.')
  readonly by!: string;
}

abstract class OnDuplicate extends Command {
  @IdProperty('The duplicate: the customer who is known under another id.')
  readonly customerId!: string;

  @IdProperty('Who decides.')
  readonly by!: string;

  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly reason!: string;
}

/** What was recorded of the duplicate stays its own; from now on the other one is spoken to. */
export class MergeCustomer extends OnDuplicate {
  readonly type = 'MergeCustomer';

  @IdProperty('The id that goes on being used.')
  readonly into!: string;
}

export class UndoCustomerMerge extends OnDuplicate {
  readonly type = 'UndoCustomerMerge';
}
