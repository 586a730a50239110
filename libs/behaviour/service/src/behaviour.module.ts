import { Module } from '@nestjs/common';
import { contractCommands, signalCommands } from '@tenure/behaviour-contract';
import { commandHandlers } from '@tenure/commands';
import { contractAggregate } from './contract.aggregate';
import { signalAggregate } from './signal.aggregate';

@Module({
  providers: [
    ...commandHandlers(signalAggregate, signalCommands),
    ...commandHandlers(contractAggregate, contractCommands),
  ],
})
export class BehaviourModule {}
