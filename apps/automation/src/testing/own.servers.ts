import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore } from '@tenure/event-store';
import { startTestPostgres } from '@tenure/local-servers/testing';
import type { DataSource } from 'typeorm';

/** What a service of the platform stands on. */
export interface OwnServers {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly commands: CommandApplication;
  stop(): Promise<void>;
}

/** An event store and a database for the tests of one file, with all tables but those of timers. */
export async function openServers(): Promise<OwnServers> {
  const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
  const client = connectEventStore(eventStore.connectionString);
  const dataSource = await openDatabase(postgres.url, 10);
  const commands = await commandApplication(client);
  return {
    eventStoreUrl: eventStore.connectionString,
    databaseUrl: postgres.url,
    client,
    dataSource,
    commands,
    stop: async () => {
      await commands.close();
      await client.dispose();
      await dataSource.destroy();
      await Promise.all([eventStore.stop(), postgres.stop()]);
    },
  };
}
