import { EventStoreDBClient } from '@eventstore/db-client';
import { Global, Module } from '@nestjs/common';
import { domainCodec } from '@tenure/composition';
import { EventHistory, EventStoreFeed } from '@tenure/event-store';

/** The whole log, for what is worked out of all of history; what can't be decoded is left out, as projections tell of it. */
@Global()
@Module({
  providers: [
    {
      provide: EventHistory,
      useFactory: (client: EventStoreDBClient) =>
        new EventHistory(new EventStoreFeed(client, domainCodec, () => undefined)),
      inject: [EventStoreDBClient],
    },
  ],
  exports: [EventHistory],
})
export class EventHistoryModule {}
