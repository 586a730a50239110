import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FinishHistoryLoad, StartHistoryLoad, type HistoryLoadRejection } from '@tenure/history-load-contract';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';

export const historyLoadRejectionStatuses: RejectionStatuses<HistoryLoadRejection> = {
  'history-load-not-started': HttpStatus.NOT_FOUND,
  'history-load-counts-disagree': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = historyLoadRejectionStatuses;

@ApiTags('history loads')
@Controller('history-loads')
export class HistoryLoadController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({
    command: StartHistoryLoad,
    summary: 'Say that past events are about to be published',
    description: 'Until the load is finished, time stands still for judgements that time alone brings about.',
    statuses,
  })
  start(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(StartHistoryLoad, incoming, statuses);
  }

  @Post(':loadId/finish')
  @CommandOperation({
    command: FinishHistoryLoad,
    summary: 'Say that all of the past is published',
    path: ['loadId'],
    statuses,
  })
  finish(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(FinishHistoryLoad, incoming, statuses);
  }
}
