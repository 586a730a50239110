import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgreeContract, EndContract, RenewContract, type ContractRejection } from '@tenure/behaviour-contract';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';

export const contractRejectionStatuses: RejectionStatuses<ContractRejection> = {
  'contract-not-found': HttpStatus.NOT_FOUND,
  'contract-already-agreed-differently': HttpStatus.CONFLICT,
  'contract-renewal-not-later': HttpStatus.UNPROCESSABLE_ENTITY,
  'contract-already-ended': HttpStatus.CONFLICT,
  'contract-end-before-start': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = contractRejectionStatuses;

@ApiTags('contracts')
@Controller('contracts')
export class ContractController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({ command: AgreeContract, summary: 'Record a contract with a customer', statuses })
  agree(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AgreeContract, incoming, statuses);
  }

  @Post(':contractId/renewal')
  @CommandOperation({
    command: RenewContract,
    summary: 'Record that a contract was renewed',
    path: ['contractId'],
    statuses,
  })
  renew(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RenewContract, incoming, statuses);
  }

  @Post(':contractId/end')
  @CommandOperation({
    command: EndContract,
    summary: 'Record that a contract ended, or is to end',
    path: ['contractId'],
    statuses,
  })
  end(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(EndContract, incoming, statuses);
  }
}
