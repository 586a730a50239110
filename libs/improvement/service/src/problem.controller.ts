import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandOperation, CommandWriter, IncomingCommand, type Incoming, type WriteAnswer } from '@tenure/http';
import {
  AnswerWhy,
  DismissProblem,
  EstimateEffort,
  LinkCase,
  OpenProblem,
  ReopenProblem,
  UnlinkCase,
  WithdrawWhy,
} from '@tenure/improvement-contract';
import { problemRejectionStatuses as statuses } from './problem.statuses';

const path = ['problemId'] as const;

@ApiTags('problems')
@Controller('problems')
export class ProblemController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({
    command: OpenProblem,
    summary: 'Open a problem',
    description: 'Complaints with all that its scope says belong to it from then on; others can be linked to it.',
    statuses,
  })
  open(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(OpenProblem, incoming, statuses);
  }

  @Post(':problemId/cases')
  @CommandOperation({ command: LinkCase, summary: 'A complaint belongs to it, whatever its scope', path, statuses })
  link(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(LinkCase, incoming, statuses);
  }

  @Post(':problemId/cases/:complaintId/removal')
  @CommandOperation({
    command: UnlinkCase,
    summary: 'A complaint does not belong to it, whatever its scope',
    path: ['problemId', 'complaintId'],
    statuses,
  })
  unlink(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(UnlinkCase, incoming, statuses);
  }

  @Post(':problemId/whys')
  @CommandOperation({
    command: AnswerWhy,
    summary: 'Answer why it is so: a step of the 5-Whys',
    description: 'The same id again says it in other words, or moves it with all that rests on it.',
    path,
    statuses,
  })
  answer(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AnswerWhy, incoming, statuses);
  }

  @Post(':problemId/whys/:whyId/withdrawal')
  @CommandOperation({
    command: WithdrawWhy,
    summary: 'Withdraw an answer that no other rests on',
    path: ['problemId', 'whyId'],
    statuses,
  })
  withdraw(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(WithdrawWhy, incoming, statuses);
  }

  @Post(':problemId/effort')
  @CommandOperation({ command: EstimateEffort, summary: 'Estimate what a solution would take', path, statuses })
  estimate(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(EstimateEffort, incoming, statuses);
  }

  @Post(':problemId/dismissal')
  @CommandOperation({ command: DismissProblem, summary: 'It is no problem, or the same as another', path, statuses })
  dismiss(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(DismissProblem, incoming, statuses);
  }

  @Post(':problemId/reopening')
  @CommandOperation({ command: ReopenProblem, summary: 'Open a problem again that was closed', path, statuses })
  reopen(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ReopenProblem, incoming, statuses);
  }
}
