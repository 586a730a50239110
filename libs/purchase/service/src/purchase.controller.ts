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
import { CancelPurchase, RecordPurchase, RecordReturn, type PurchaseRejection } from '@tenure/purchase-contract';

export const purchaseRejectionStatuses: RejectionStatuses<PurchaseRejection> = {
  'purchase-not-found': HttpStatus.NOT_FOUND,
  'purchase-already-recorded-differently': HttpStatus.CONFLICT,
  'purchase-already-cancelled': HttpStatus.CONFLICT,
  'purchase-is-a-return': HttpStatus.CONFLICT,
  'purchase-cancelled-before-purchase': HttpStatus.UNPROCESSABLE_ENTITY,
  'purchase-total-negative': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = purchaseRejectionStatuses;

@ApiTags('purchases')
@Controller()
export class PurchaseController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post('purchases')
  @CommandOperation({ command: RecordPurchase, summary: 'Record what a customer bought', statuses })
  record(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordPurchase, incoming, statuses);
  }

  @Post('purchases/:purchaseId/cancellation')
  @CommandOperation({
    command: CancelPurchase,
    summary: 'Call a whole purchase off',
    path: ['purchaseId'],
    statuses,
  })
  cancel(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(CancelPurchase, incoming, statuses);
  }

  @Post('returns')
  @CommandOperation({ command: RecordReturn, summary: 'Record what a customer gave back', statuses })
  return(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordReturn, incoming, statuses);
  }
}
