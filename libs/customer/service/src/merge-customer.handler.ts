import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MergeCustomer } from '@tenure/customer-contract';
import { refusalAsSurvivor, type Customer } from '@tenure/customer-core';
import { CommandExecutor, emptyStream, loadStream } from '@tenure/event-store';
import type { Outcome } from '@tenure/kernel';
import { customerAggregate } from './customer.aggregate';

/**
 * Looks first at the one who goes on, whom the decider of the duplicate can't see. Two merges at the very same time, each
 * into the other, are both let through: the overview shows it, and undoing one mends it.
 */
@CommandHandler(MergeCustomer)
export class MergeCustomerHandler implements ICommandHandler<MergeCustomer, Outcome> {
  constructor(
    @Inject(CommandExecutor) private readonly executor: CommandExecutor,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  async execute({ context, ...command }: MergeCustomer): Promise<Outcome> {
    if (!context) throw new Error('MergeCustomer was sent without its context; send it through CommandSender');
    const { customerId, into } = command;
    const code = await this.#refusalOf(customerId, into);
    if (code === undefined) return this.executor.execute(customerAggregate, command, context);
    const detail = `${customerId} can’t be merged: ${into} ${WHY[code]}`;
    return { status: 'rejected', stream: streamOf(customerId), code, detail };
  }

  /** What was carried out before is left to the decider, also where the other one was merged since. */
  async #refusalOf(customerId: string, into: string): Promise<Refusal | undefined> {
    if (customerId === into) return undefined;
    const duplicate = await this.#read(customerId);
    const mayMerge = duplicate.status === 'registered' && duplicate.mergedInto === undefined;
    return mayMerge ? refusalAsSurvivor(await this.#read(into)) : undefined;
  }

  async #read(customerId: string): Promise<Customer> {
    const nothing = emptyStream(customerAggregate.decider.initial);
    return (await loadStream(this.eventStore, customerAggregate, streamOf(customerId), nothing)).state;
  }
}

type Refusal = NonNullable<ReturnType<typeof refusalAsSurvivor>>;

const WHY: Readonly<Record<Refusal, string>> = {
  'customer-merge-target-not-found': 'is not registered',
  'customer-merge-target-is-merged': 'is merged itself',
};

const streamOf = (customerId: string): string => `${customerAggregate.category}-${customerId}`;
