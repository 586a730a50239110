import { EventStoreDBClient } from '@eventstore/db-client';
import { Global, Module } from '@nestjs/common';
import { CustomerEventsUntil, CustomerFactsPages, CustomerFactsReader } from '@tenure/behaviour-contract';
import { ProjectedCustomerFacts, ProjectedCustomerPages } from '@tenure/behaviour-service';
import { domainCodec } from '@tenure/composition';
import { CustomerEventsReader } from '@tenure/customer-service';
import { UnreadableEventError, type Stored } from '@tenure/event-store';
import { HttpSettings, PositionWaiter } from '@tenure/http';
import type { DomainEvent } from '@tenure/kernel';
import { DataSource } from 'typeorm';

/** Tells what is known of customers, and what happened to them, to whoever judges by it; needs the global DataSource. */
@Global()
@Module({
  providers: [
    {
      provide: CustomerFactsReader,
      useFactory: (dataSource: DataSource, waiter: PositionWaiter, { waitForLimitMs }: HttpSettings) =>
        new ProjectedCustomerFacts({ dataSource, waiter, waitLimitMs: waitForLimitMs }),
      inject: [DataSource, PositionWaiter, HttpSettings],
    },
    {
      provide: CustomerFactsPages,
      useFactory: (dataSource: DataSource) => new ProjectedCustomerPages(dataSource),
      inject: [DataSource],
    },
    {
      provide: CustomerEventsUntil,
      useFactory: (dataSource: DataSource, client: EventStoreDBClient): CustomerEventsUntil => {
        const events = new CustomerEventsReader(dataSource, client);
        return {
          read: async (customerId, at) => (await events.read(customerId, { occurredUpTo: at })).map(decoded),
        };
      },
      inject: [DataSource, EventStoreDBClient],
    },
  ],
  exports: [CustomerFactsReader, CustomerFactsPages, CustomerEventsUntil],
})
export class CustomerBehaviourModule {}

/** Half of a history is never taken for the whole. */
function decoded({ type, data, metadata, stream, revision }: Stored): DomainEvent {
  const event = domainCodec.decode(type, metadata.schemaVersion, data);
  if (!event.known) throw new UnreadableEventError(stream, revision, event.reason);
  return event.event;
}
