import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { purchaseCommands } from '@tenure/purchase-contract';
import { purchaseAggregate } from './purchase.aggregate';

@Module({ providers: commandHandlers(purchaseAggregate, purchaseCommands) })
export class PurchaseModule {}
