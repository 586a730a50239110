import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, streamOf } from '@tenure/event-store';
import type { Outcome } from '@tenure/kernel';
import { PublishPolicy, type PolicyStepRejection } from '@tenure/policy-contract';
import { referencesOf, type PolicyReference } from '@tenure/policy-core';
import { policyAggregate } from './policy.aggregate';
import { PolicyStreams } from './policy.streams';

/**
 * Publishes a draft once every policy that it names is published. What is published stays, so that this need not be
 * decided in one go with the publication.
 */
@CommandHandler(PublishPolicy)
export class PublishPolicyHandler implements ICommandHandler<PublishPolicy, Outcome> {
  constructor(
    @Inject(CommandExecutor) private readonly executor: CommandExecutor,
    @Inject(PolicyStreams) private readonly streams: PolicyStreams,
  ) {}

  async execute({ context, ...command }: PublishPolicy): Promise<Outcome> {
    if (!context) throw new Error('PublishPolicy was sent without its context; send it through CommandSender');
    const missing = await this.#missingOf(command.policyId);
    if (!missing) return this.executor.execute(policyAggregate, command, context);
    const { place, kind, policyId } = missing;
    return {
      status: 'rejected',
      stream: streamOf(policyAggregate, command),
      code: 'policy-refers-to-nothing' satisfies PolicyStepRejection,
      detail: `${place}: of the policy ${policyId} of kind ${kind} nothing is published`,
    };
  }

  async #missingOf(policyId: string): Promise<PolicyReference | undefined> {
    const { draft } = await this.streams.load(policyId);
    for (const reference of draft ? referencesOf(draft) : []) {
      const { versions } = await this.streams.load(reference.policyId);
      if (!versions.some(({ kind }) => kind === reference.kind)) return reference;
    }
    return undefined;
  }
}
