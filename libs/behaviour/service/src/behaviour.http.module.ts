import { Module } from '@nestjs/common';
import { BehaviourModule } from './behaviour.module';
import { BehaviourQueriesController } from './behaviour.queries.controller';
import { ContractController } from './contract.controller';
import { GetCustomerBehaviourHandler } from './get-customer-behaviour.query';
import { SignalController } from './signal.controller';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, CustomerEventsUntil and a global DataSource. */
@Module({
  imports: [BehaviourModule],
  controllers: [SignalController, ContractController, BehaviourQueriesController],
  providers: [GetCustomerBehaviourHandler],
})
export class BehaviourHttpModule {}
