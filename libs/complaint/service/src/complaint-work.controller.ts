import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AnswerInternalHelp,
  ContinueComplaint,
  HoldComplaint,
  RequestInternalHelp,
  RespondToComplaint,
} from '@tenure/complaint-contract';
import { CommandOperation, CommandWriter, IncomingCommand, type Incoming, type WriteAnswer } from '@tenure/http';
import { complaintRejectionStatuses as statuses } from './complaint.rejection-statuses';

const path = ['complaintId'] as const;

/** What is done about an open case. */
@ApiTags('complaints')
@Controller('complaints/:complaintId')
export class ComplaintWorkController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post('responses')
  @CommandOperation({
    command: RespondToComplaint,
    summary: 'Answer the customer',
    description: 'A held case is worked on again from then on.',
    path,
    statuses,
  })
  respond(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RespondToComplaint, incoming, statuses);
  }

  @Post('hold')
  @CommandOperation({
    command: HoldComplaint,
    summary: 'Hold the case for a reason',
    description: 'It pauses the clocks whose standard says so.',
    path,
    statuses,
  })
  hold(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(HoldComplaint, incoming, statuses);
  }

  @Post('continuation')
  @CommandOperation({ command: ContinueComplaint, summary: 'Take a held case up again', path, statuses })
  continueCase(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ContinueComplaint, incoming, statuses);
  }

  @Post('help')
  @CommandOperation({ command: RequestInternalHelp, summary: 'Ask a colleague or a team for help', path, statuses })
  requestHelp(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RequestInternalHelp, incoming, statuses);
  }

  @Post('help/:helpId/answer')
  @CommandOperation({
    command: AnswerInternalHelp,
    summary: 'Answer a request for help',
    path: ['complaintId', 'helpId'],
    statuses,
  })
  answerHelp(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AnswerInternalHelp, incoming, statuses);
  }
}
