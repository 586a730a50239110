import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { CommandExecutor } from '@tenure/event-store';
import type { Outcome } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { ApproveRemedy, CancelRemedy, DeclineRemedy, GrantRemedy, type RemedyCommand } from '@tenure/remedy-contract';
import { remediesUnder } from './remedy.aggregate';

/** Decides under the policy that is in force when it happens in the business. */
abstract class UnderPolicy {
  constructor(
    @Inject(CommandExecutor) private readonly executor: CommandExecutor,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {}

  async execute({ context, ...command }: RemedyCommand): Promise<Outcome> {
    if (!context) throw new Error(`${command.type} was sent without its context; send it through CommandSender`);
    const policy = await this.policies.inForce('remedy', DEFAULT_POLICY_IDS.remedy, command.occurredAt);
    return this.executor.execute(remediesUnder(policy), command, context);
  }
}

@CommandHandler(GrantRemedy)
class GrantRemedyHandler extends UnderPolicy {}

@CommandHandler(ApproveRemedy)
class ApproveRemedyHandler extends UnderPolicy {}

@CommandHandler(DeclineRemedy)
class DeclineRemedyHandler extends UnderPolicy {}

@CommandHandler(CancelRemedy)
class CancelRemedyHandler extends UnderPolicy {}

export const remedyHandlers: Provider[] = [
  GrantRemedyHandler,
  ApproveRemedyHandler,
  DeclineRemedyHandler,
  CancelRemedyHandler,
];
