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
import { RecordInteraction, SettleInteraction, type InteractionRejection } from '@tenure/interaction-contract';

export const interactionRejectionStatuses: RejectionStatuses<InteractionRejection> = {
  'interaction-not-found': HttpStatus.NOT_FOUND,
  'interaction-already-recorded-differently': HttpStatus.CONFLICT,
  'interaction-already-resolved': HttpStatus.CONFLICT,
  'interaction-settled-before-recording': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = interactionRejectionStatuses;

@ApiTags('interactions')
@Controller('interactions')
export class InteractionController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({ command: RecordInteraction, summary: 'Record a contact with a customer', statuses })
  record(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordInteraction, incoming, statuses);
  }

  @Post(':interactionId/settlement')
  @CommandOperation({
    command: SettleInteraction,
    summary: 'Settle what was left open',
    path: ['interactionId'],
    statuses,
  })
  settle(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(SettleInteraction, incoming, statuses);
  }
}
