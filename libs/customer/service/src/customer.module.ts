import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { customerCommands, MergeCustomer } from '@tenure/customer-contract';
import { customerAggregate } from './customer.aggregate';
import { MergeCustomerHandler } from './merge-customer.handler';

const decidedAlone = customerCommands.filter(({ command }) => command !== MergeCustomer);

@Module({ providers: [...commandHandlers(customerAggregate, decidedAlone), MergeCustomerHandler] })
export class CustomerModule {}
