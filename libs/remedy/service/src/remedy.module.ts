import { Module } from '@nestjs/common';
import { commandHandlersUnder } from '@tenure/commands';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { remedyCommands } from '@tenure/remedy-contract';
import { remediesUnder } from './remedy.aggregate';

const handlers = commandHandlersUnder(
  PolicyBook,
  async (policies, { occurredAt }) =>
    remediesUnder(await policies.inForce('remedy', DEFAULT_POLICY_IDS.remedy, occurredAt)),
  remedyCommands,
);

/** Decides under the policy that is in force when it happens in the business; needs CommandsModule and a PolicyBook. */
@Module({ providers: handlers })
export class RemedyModule {}
