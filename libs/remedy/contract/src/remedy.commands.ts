import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, Length, ValidateNested } from 'class-validator';
import { Command, IdProperty, Money, type CommandDescription } from '@tenure/shared-contract';

abstract class OnRemedy extends Command {
  @IdProperty('Who gives the remedy: the person whose discretion is spent.')
  readonly personId!: string;

  @IdProperty('Id of the remedy, chosen by the sender.')
  readonly remedyId!: string;
}

/** Gives it at once where the person may, else asks for approval. */
export class GrantRemedy extends OnRemedy {
  readonly type = 'GrantRemedy';

  @IdProperty('The complaint that it makes good.')
  readonly complaintId!: string;

  @IdProperty('The customer who gets it.')
  readonly customerId!: string;

  @IdProperty('A reason of the table of standard compensation, such as late-delivery.')
  readonly reason!: string;

  @ApiProperty({ type: Money, description: 'In the currency of the policy.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => Money)
  readonly amount!: Money;
}

abstract class DecidedRemedy extends OnRemedy {
  @IdProperty('Who decides.')
  readonly by!: string;
}

export class ApproveRemedy extends DecidedRemedy {
  readonly type = 'ApproveRemedy';
}

abstract class EndedRemedy extends DecidedRemedy {
  @ApiProperty({ maxLength: 2_000 })
  @Length(1, 2_000)
  readonly why!: string;
}

export class DeclineRemedy extends EndedRemedy {
  readonly type = 'DeclineRemedy';
}

/** Takes a remedy back that the customer has not had; what it took from the budget returns to it. */
export class CancelRemedy extends EndedRemedy {
  readonly type = 'CancelRemedy';
}

export type RemedyCommand = GrantRemedy | ApproveRemedy | DeclineRemedy | CancelRemedy;

export const remedyCommands: readonly CommandDescription<RemedyCommand>[] = [
  { command: GrantRemedy, cloudEventType: 'tenure.remedy.granted' },
  { command: ApproveRemedy, cloudEventType: 'tenure.remedy.approved' },
  { command: DeclineRemedy, cloudEventType: 'tenure.remedy.declined' },
  { command: CancelRemedy, cloudEventType: 'tenure.remedy.cancelled' },
];
