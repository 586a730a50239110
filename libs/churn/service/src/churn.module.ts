import { Module } from '@nestjs/common';
import { EnterRiskBand } from '@tenure/churn-contract';
import { commandHandlers } from '@tenure/commands';
import { churnAggregate } from './churn.aggregate';

/** Scoring goes over the bus like every command, but is in no list of those that come from outside. */
@Module({ providers: commandHandlers(churnAggregate, [{ command: EnterRiskBand }]) })
export class ChurnModule {}
