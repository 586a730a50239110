import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AcceptComplaint,
  AgreeComplaintDueDate,
  ClassifyComplaint,
  DeclineComplaintHandOver,
  LinkDuplicateComplaint,
  OfferComplaintHandOver,
  OpenComplaint,
} from '@tenure/complaint-contract';
import { CommandOperation, CommandWriter, IncomingCommand, type Incoming, type WriteAnswer } from '@tenure/http';
import { complaintRejectionStatuses as statuses } from './complaint.rejection-statuses';

const path = ['complaintId'] as const;

/** How a case comes in, and to whom. */
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

  @Post(':complaintId/classification')
  @CommandOperation({
    command: ClassifyComplaint,
    summary: 'Say how urgent and how complex the case is',
    path,
    statuses,
  })
  classify(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ClassifyComplaint, incoming, statuses);
  }

  @Post(':complaintId/due-date')
  @CommandOperation({
    command: AgreeComplaintDueDate,
    summary: 'Record a due date that was agreed with the customer',
    description: 'It goes before what the service standard says.',
    path,
    statuses,
  })
  agreeDueDate(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AgreeComplaintDueDate, incoming, statuses);
  }

  @Post(':complaintId/hand-over-offer')
  @CommandOperation({ command: OfferComplaintHandOver, summary: 'Ask a person to take the case over', path, statuses })
  offerHandOver(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(OfferComplaintHandOver, incoming, statuses);
  }

  @Post(':complaintId/acceptance')
  @CommandOperation({
    command: AcceptComplaint,
    summary: 'Accept the case, and own it from now on',
    description: 'At first anybody may; once a person has accepted it, only whom that person offered it to.',
    path,
    statuses,
  })
  accept(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AcceptComplaint, incoming, statuses);
  }

  @Post(':complaintId/hand-over-refusal')
  @CommandOperation({
    command: DeclineComplaintHandOver,
    summary: 'Do not take the case over; it stays with its owner',
    path,
    statuses,
  })
  declineHandOver(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(DeclineComplaintHandOver, incoming, statuses);
  }

  @Post(':complaintId/duplicate-link')
  @CommandOperation({
    command: LinkDuplicateComplaint,
    summary: 'Link an open case to the one that is worked on in its place',
    description: 'That closes it. Should it turn out to be a case of its own, reopen it.',
    path,
    statuses,
  })
  linkDuplicate(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(LinkDuplicateComplaint, incoming, statuses);
  }
}
