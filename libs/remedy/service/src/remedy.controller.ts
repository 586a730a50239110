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
import { ApproveRemedy, CancelRemedy, DeclineRemedy, GrantRemedy, type RemedyRejection } from '@tenure/remedy-contract';

export const remedyRejectionStatuses: RejectionStatuses<RemedyRejection> = {
  'remedy-no-policy-in-force': HttpStatus.CONFLICT,
  'remedy-reason-not-in-table': HttpStatus.UNPROCESSABLE_ENTITY,
  'remedy-in-another-currency': HttpStatus.UNPROCESSABLE_ENTITY,
  'remedy-not-positive': HttpStatus.UNPROCESSABLE_ENTITY,
  'remedy-already-requested-differently': HttpStatus.CONFLICT,
  'remedy-not-found': HttpStatus.NOT_FOUND,
  'remedy-not-waiting-for-approval': HttpStatus.CONFLICT,
  'remedy-approver-not-authorised': HttpStatus.FORBIDDEN,
  'remedy-approved-by-requester': HttpStatus.FORBIDDEN,
  'remedy-already-ended': HttpStatus.CONFLICT,
  'remedy-decided-before-requested': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = remedyRejectionStatuses;
const path = ['personId', 'remedyId'] as const;

@ApiTags('remedies')
@Controller('people/:personId/remedies')
export class RemedyController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({
    command: GrantRemedy,
    summary: 'Give a customer a remedy',
    description:
      'The standard of the table and a discretion on top of it are given at once, the latter out of the budget of the ' +
      'period; what is beyond either waits for approval.',
    path: ['personId'],
    statuses,
  })
  grant(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(GrantRemedy, incoming, statuses);
  }

  @Post(':remedyId/approval')
  @CommandOperation({ command: ApproveRemedy, summary: 'Approve what is beyond discretion or budget', path, statuses })
  approve(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ApproveRemedy, incoming, statuses);
  }

  @Post(':remedyId/refusal')
  @CommandOperation({ command: DeclineRemedy, summary: 'Decline it', path, statuses })
  decline(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(DeclineRemedy, incoming, statuses);
  }

  @Post(':remedyId/cancellation')
  @CommandOperation({
    command: CancelRemedy,
    summary: 'Take it back; the budget gets back what it took',
    path,
    statuses,
  })
  cancel(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(CancelRemedy, incoming, statuses);
  }
}
