import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcceptComplaint,
  CloseComplaint,
  OfferComplaintHandOver,
  OpenComplaint,
  ReopenComplaint,
  ResolveComplaint,
  RespondToComplaint,
  type ComplaintRejection,
} from '@tenure/complaint-contract';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';

export const complaintRejectionStatuses: RejectionStatuses<ComplaintRejection> = {
  'complaint-not-found': HttpStatus.NOT_FOUND,
  'complaint-already-opened-differently': HttpStatus.CONFLICT,
  'complaint-not-open': HttpStatus.CONFLICT,
  'complaint-not-resolved': HttpStatus.CONFLICT,
  'complaint-already-resolved': HttpStatus.CONFLICT,
  'complaint-not-closed': HttpStatus.CONFLICT,
  'complaint-happened-before-opening': HttpStatus.UNPROCESSABLE_ENTITY,
  'complaint-hand-over-to-owner': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = complaintRejectionStatuses;
const path = ['complaintId'] as const;

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({
    command: OpenComplaint,
    summary: 'Open a complaint',
    description: 'Who receives it owns it until a named person accepts it (首问负责制).',
    statuses,
  })
  open(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(OpenComplaint, incoming, statuses);
  }

  @Post(':complaintId/hand-over-offer')
  @CommandOperation({ command: OfferComplaintHandOver, summary: 'Ask a person to take the case over', path, statuses })
  offerHandOver(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(OfferComplaintHandOver, incoming, statuses);
  }

  @Post(':complaintId/acceptance')
  @CommandOperation({ command: AcceptComplaint, summary: 'Accept the case, and own it from now on', path, statuses })
  accept(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AcceptComplaint, incoming, statuses);
  }

  @Post(':complaintId/responses')
  @CommandOperation({ command: RespondToComplaint, summary: 'Answer the customer', path, statuses })
  respond(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RespondToComplaint, incoming, statuses);
  }

  @Post(':complaintId/resolution')
  @CommandOperation({ command: ResolveComplaint, summary: 'Resolve the case with a remedy', path, statuses })
  resolve(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ResolveComplaint, incoming, statuses);
  }

  @Post(':complaintId/closure')
  @CommandOperation({ command: CloseComplaint, summary: 'Close a resolved case', path, statuses })
  close(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(CloseComplaint, incoming, statuses);
  }

  @Post(':complaintId/reopening')
  @CommandOperation({ command: ReopenComplaint, summary: 'Take a resolved or closed case up again', path, statuses })
  reopen(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ReopenComplaint, incoming, statuses);
  }
}
