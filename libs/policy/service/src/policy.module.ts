import { Global, Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { ComparePolicy, PolicyBook, policyCommands } from '@tenure/policy-contract';
import { EventStorePolicyBook } from './event-store.policy-book';
import { policyAggregate } from './policy.aggregate';
import { PolicyStreams } from './policy.streams';

/** Comparing goes over the bus like every command, but is in no list of those that come from outside. */
const comparing = { command: ComparePolicy, cloudEventType: 'tenure.policy.compared' };

/** Carries the policies out, and opens the book of them to the whole application. */
@Global()
@Module({
  providers: [
    ...commandHandlers(policyAggregate, [...policyCommands, comparing]),
    PolicyStreams,
    { provide: PolicyBook, useClass: EventStorePolicyBook },
  ],
  exports: [PolicyBook, PolicyStreams],
})
export class PolicyModule {}
