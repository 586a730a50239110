import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { customerCommands } from '@tenure/customer-contract';
import { customerAggregate } from './customer.aggregate';

@Module({ providers: commandHandlers(customerAggregate, customerCommands) })
export class CustomerModule {}
