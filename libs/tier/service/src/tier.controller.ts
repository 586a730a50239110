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
import { EndTierOverride, OverrideTier, type TierRejection } from '@tenure/tier-contract';

export const tierRejectionStatuses: RejectionStatuses<TierRejection> = {
  'tier-not-overridden': HttpStatus.CONFLICT,
  'tier-override-ends-before-it-starts': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};

@ApiTags('tiers')
@Controller()
export class TierController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post('customers/:customerId/tier/override')
  @CommandOperation({
    command: OverrideTier,
    summary: 'Set the tier aside from any policy until a moment',
    path: ['customerId'],
    statuses: tierRejectionStatuses,
  })
  override(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(OverrideTier, incoming, tierRejectionStatuses);
  }

  @Post('customers/:customerId/tier/override/end')
  @CommandOperation({
    command: EndTierOverride,
    summary: 'End the override before its time; the policy judges anew',
    path: ['customerId'],
    statuses: tierRejectionStatuses,
  })
  endOverride(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(EndTierOverride, incoming, tierRejectionStatuses);
  }
}
