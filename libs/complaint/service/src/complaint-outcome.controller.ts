import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CloseComplaint,
  FollowUpComplaint,
  ReopenComplaint,
  ResolveComplaint,
  TellComplaintResult,
} from '@tenure/complaint-contract';
import { CommandOperation, CommandWriter, IncomingCommand, type Incoming, type WriteAnswer } from '@tenure/http';
import { complaintRejectionStatuses as statuses } from './complaint.rejection-statuses';

const path = ['complaintId'] as const;

/** How a case ends. */
@ApiTags('complaints')
@Controller('complaints/:complaintId')
export class ComplaintOutcomeController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post('resolution')
  @CommandOperation({ command: ResolveComplaint, summary: 'Resolve the case with a remedy', path, statuses })
  resolve(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ResolveComplaint, incoming, statuses);
  }

  @Post('result-telling')
  @CommandOperation({
    command: TellComplaintResult,
    summary: 'Record that the customer was told the result',
    path,
    statuses,
  })
  tellResult(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(TellComplaintResult, incoming, statuses);
  }

  @Post('follow-up')
  @CommandOperation({
    command: FollowUpComplaint,
    summary: 'Record that the customer was asked afterwards',
    path,
    statuses,
  })
  followUp(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(FollowUpComplaint, incoming, statuses);
  }

  @Post('closure')
  @CommandOperation({ command: CloseComplaint, summary: 'Close a resolved case', path, statuses })
  close(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(CloseComplaint, incoming, statuses);
  }

  @Post('reopening')
  @CommandOperation({ command: ReopenComplaint, summary: 'Take a resolved or closed case up again', path, statuses })
  reopen(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ReopenComplaint, incoming, statuses);
  }
}
