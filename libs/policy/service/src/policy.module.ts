import { Global, Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { ComparePolicy, DiscardPolicyDraft, DraftPolicy, PolicyBook } from '@tenure/policy-contract';
import { EventStorePolicyBook } from './event-store.policy-book';
import { policyAggregate } from './policy.aggregate';
import { PolicyStreams } from './policy.streams';
import { PublishPolicyHandler } from './publish-policy.handler';

/** Comparing goes over the bus like every command, but is in no list of those that come from outside. */
const ofTheStreamAlone = [DraftPolicy, ComparePolicy, DiscardPolicyDraft].map((command) => ({ command }));

/** Carries the policies out, and opens the book of them to the whole application. */
@Global()
@Module({
  providers: [
    ...commandHandlers(policyAggregate, ofTheStreamAlone),
    PublishPolicyHandler,
    PolicyStreams,
    { provide: PolicyBook, useClass: EventStorePolicyBook },
  ],
  exports: [PolicyBook, PolicyStreams],
})
export class PolicyModule {}
