import { join } from 'node:path';
import type { Config } from '@tenure/config';
import { startEmbeddedPostgres } from '@tenure/local-servers';
import { eventStoreFolder } from '../event-store/log.folder';
import { startEventStoreProcess } from './event-store.process';
import type { ResourceStack } from './resource.stack';

export interface Servers {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
}

export interface ServerEvents {
  readonly onLine: (line: string) => void;
  readonly onLost: (error: Error) => void;
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts what no setting points to, both at a time; what was started is on the stack also where the other failed. */
export async function startServers(config: Config, opened: ResourceStack, events: ServerEvents): Promise<Servers> {
  const [eventStore, database] = await Promise.allSettled([
    startEventStore(config, events),
    config.databaseUrl === undefined
      ? startEmbeddedPostgres({ dataFolder: join(config.dataDir, 'postgres') })
      : external(config.databaseUrl),
  ]);
  // In this order, for the log of events stops last.
  if (eventStore.status === 'fulfilled') opened.push('The event store', () => eventStore.value.stop());
  if (database.status === 'fulfilled') opened.push('PostgreSQL', () => database.value.stop());
  if (eventStore.status === 'rejected') throw eventStore.reason;
  if (database.status === 'rejected') throw database.reason;
  return { eventStoreUrl: eventStore.value.url, databaseUrl: database.value.url };
}

/** The event store that is set, or an embedded node on the data folder. */
export const startEventStore = ({ eventStoreUrl, dataDir }: Config, events: ServerEvents): Promise<Server> =>
  eventStoreUrl === undefined
    ? startEventStoreProcess({ dataFolder: eventStoreFolder(dataDir), ...events })
    : external(eventStoreUrl);

const external = async (url: string): Promise<Server> => ({ url, stop: async () => undefined });
