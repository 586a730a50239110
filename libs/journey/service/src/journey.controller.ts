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
import { CompleteJourneyTask, type JourneyRejection } from '@tenure/journey-contract';

export const journeyRejectionStatuses: RejectionStatuses<JourneyRejection> = {
  'journey-not-published': HttpStatus.UNPROCESSABLE_ENTITY,
  'journey-run-not-found': HttpStatus.NOT_FOUND,
  'journey-step-not-next': HttpStatus.CONFLICT,
  'journey-task-not-found': HttpStatus.NOT_FOUND,
  'journey-task-already-done': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};

@ApiTags('journeys')
@Controller('customers/:customerId/journey-tasks')
export class JourneyController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post(':taskId/done')
  @CommandOperation({
    command: CompleteJourneyTask,
    summary: 'Say that what a journey asked a person to do is done',
    path: ['customerId', 'taskId'],
    statuses: journeyRejectionStatuses,
  })
  done(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(CompleteJourneyTask, incoming, journeyRejectionStatuses);
  }
}
