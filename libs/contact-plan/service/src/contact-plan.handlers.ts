import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import {
  FulfilContact,
  PlanContacts,
  RecordPlannedContact,
  type ContactPlanCommand,
} from '@tenure/contact-plan-contract';
import { CommandExecutor } from '@tenure/event-store';
import type { Outcome } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { contactPlanUnder } from './contact-plan.aggregate';

/** Decides under every version of the policy: a plan that is brought up to date may pass through several. */
abstract class UnderPlan {
  constructor(
    @Inject(CommandExecutor) private readonly executor: CommandExecutor,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {}

  async execute({ context, ...command }: ContactPlanCommand): Promise<Outcome> {
    if (!context) throw new Error(`${command.type} was sent without its context; send it through CommandSender`);
    const versions = await this.policies.versions('contact-plan', DEFAULT_POLICY_IDS['contact-plan']);
    return this.executor.execute(contactPlanUnder(versions), command, context);
  }
}

@CommandHandler(RecordPlannedContact)
class RecordPlannedContactHandler extends UnderPlan {}

@CommandHandler(PlanContacts)
class PlanContactsHandler extends UnderPlan {}

@CommandHandler(FulfilContact)
class FulfilContactHandler extends UnderPlan {}

export const contactPlanHandlers: Provider[] = [RecordPlannedContactHandler, PlanContactsHandler, FulfilContactHandler];
