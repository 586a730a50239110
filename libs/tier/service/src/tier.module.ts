import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { JudgeTier, tierCommands } from '@tenure/tier-contract';
import { tierAggregate } from './tier.aggregate';

/** Judging goes over the bus like every command, but is in no list of those that come from outside. */
const judging = { command: JudgeTier, cloudEventType: 'tenure.tier.judged' };

@Module({
  providers: [...commandHandlers(tierAggregate, [...tierCommands, judging])],
})
export class TierModule {}
