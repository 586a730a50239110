import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { CommandExecutor } from '@tenure/event-store';
import type { Outcome } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { DrawReviewSample, ReviewServiceRecord, type RecordReviewCommand } from '@tenure/service-record-contract';
import { recordReviewUnder } from './service-record.aggregate';

/** Decides under the policy that is in force when it happens in the business. */
abstract class UnderPolicy {
  constructor(
    @Inject(CommandExecutor) private readonly executor: CommandExecutor,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {}

  async execute({ context, ...command }: RecordReviewCommand): Promise<Outcome> {
    if (!context) throw new Error(`${command.type} was sent without its context; send it through CommandSender`);
    const policyId = DEFAULT_POLICY_IDS['record-review'];
    const policy = await this.policies.inForce('record-review', policyId, command.occurredAt);
    return this.executor.execute(recordReviewUnder(policy), command, context);
  }
}

@CommandHandler(DrawReviewSample)
class DrawReviewSampleHandler extends UnderPolicy {}

@CommandHandler(ReviewServiceRecord)
class ReviewServiceRecordHandler extends UnderPolicy {}

export const recordReviewHandlers: Provider[] = [DrawReviewSampleHandler, ReviewServiceRecordHandler];
