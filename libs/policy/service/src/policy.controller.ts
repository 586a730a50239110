import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  CommandOperation,
  CommandWriter,
  IdPipe,
  IncomingCommand,
  type Incoming,
  type WriteAnswer,
} from '@tenure/http';
import { ComparePolicy, DiscardPolicyDraft, DraftPolicy, PublishPolicy } from '@tenure/policy-contract';
import { ComparisonAnswer } from './comparison.view';
import { PolicyComparing } from './policy.comparing';
import { policyRejectionStatuses, policyStepStatuses } from './policy.statuses';

@ApiTags('policies')
@Controller('policies/:policyId')
export class PolicyController {
  constructor(
    @Inject(CommandWriter) private readonly commands: CommandWriter,
    @Inject(PolicyComparing) private readonly comparing: PolicyComparing,
  ) {}

  @Post('drafts')
  @CommandOperation({
    command: DraftPolicy,
    summary: 'Set down the next version of a policy, in place of the draft that there may be',
    path: ['policyId'],
    statuses: policyRejectionStatuses,
  })
  draft(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(DraftPolicy, incoming, policyRejectionStatuses);
  }

  @Post('compare')
  @CommandOperation({
    command: ComparePolicy,
    summary: 'What the draft would change, as of today; that somebody looked is recorded',
    path: ['policyId'],
    statuses: policyStepStatuses,
  })
  @ApiResponse({ status: 201, type: ComparisonAnswer, description: 'The comparison was recorded.' })
  @ApiResponse({ status: 200, type: ComparisonAnswer, description: 'The same comparison was recorded already.' })
  compare(
    @Param('policyId', IdPipe) policyId: string,
    @IncomingCommand() incoming: Incoming,
  ): Promise<ComparisonAnswer> {
    return this.comparing.compare(policyId, incoming);
  }

  @Post('publish')
  @CommandOperation({
    command: PublishPolicy,
    summary: 'Make the draft a version that holds from a moment on',
    description: 'What is published is never edited, and what was judged by earlier versions stays as it was judged.',
    path: ['policyId'],
    statuses: policyStepStatuses,
  })
  publish(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(PublishPolicy, incoming, policyStepStatuses);
  }

  @Post('discard')
  @CommandOperation({
    command: DiscardPolicyDraft,
    summary: 'Throw the draft away',
    path: ['policyId'],
    statuses: policyStepStatuses,
  })
  discard(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(DiscardPolicyDraft, incoming, policyStepStatuses);
  }
}
