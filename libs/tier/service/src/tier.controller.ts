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
import {
  EndTierOverride,
  OverrideTier,
  PublishTierPolicy,
  type TierPolicyRejection,
  type TierRejection,
} from '@tenure/tier-contract';

const overrideStatuses: RejectionStatuses<TierRejection> = {
  'tier-not-overridden': HttpStatus.CONFLICT,
  'tier-override-ends-before-it-starts': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const policyStatuses: RejectionStatuses<TierPolicyRejection> = {
  'tier-policy-already-published-differently': HttpStatus.CONFLICT,
  'tier-policy-version-not-next': HttpStatus.CONFLICT,
  'tier-policy-not-effective-after-its-predecessor': HttpStatus.UNPROCESSABLE_ENTITY,
  'tier-policy-names-a-tier-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'tier-policy-criterion-never-holds': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
export const tierRejectionStatuses: RejectionStatuses<TierRejection | TierPolicyRejection> = {
  ...overrideStatuses,
  ...policyStatuses,
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
    statuses: overrideStatuses,
  })
  override(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(OverrideTier, incoming, overrideStatuses);
  }

  @Post('customers/:customerId/tier/override/end')
  @CommandOperation({
    command: EndTierOverride,
    summary: 'End the override before its time; the policy judges anew',
    path: ['customerId'],
    statuses: overrideStatuses,
  })
  endOverride(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(EndTierOverride, incoming, overrideStatuses);
  }

  @Post('tiers/policies')
  @CommandOperation({
    command: PublishTierPolicy,
    summary: 'Publish the next version of a policy',
    description: 'What is published is never edited; customers are judged anew under it from its effective date on.',
    statuses: policyStatuses,
  })
  publish(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(PublishTierPolicy, incoming, policyStatuses);
  }
}
