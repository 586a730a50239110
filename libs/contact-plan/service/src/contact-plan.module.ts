import { Module } from '@nestjs/common';
import { commandHandlersUnder } from '@tenure/commands';
import { contactPlanCommands, FulfilContact, PlanContacts } from '@tenure/contact-plan-contract';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { contactPlanUnder } from './contact-plan.aggregate';

/** Planning goes over the bus like every command, but is in no list of those that come from outside. */
const handlers = commandHandlersUnder(
  PolicyBook,
  async (policies) => contactPlanUnder(await policies.versions('contact-plan', DEFAULT_POLICY_IDS['contact-plan'])),
  [...contactPlanCommands, { command: PlanContacts }, { command: FulfilContact }],
);

/** Decides under every version of the policy, by the moment that a contact belongs to; needs CommandsModule and a PolicyBook. */
@Module({ providers: handlers })
export class ContactPlanModule {}
