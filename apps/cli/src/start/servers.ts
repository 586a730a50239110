import { join } from 'node:path';
import type { Config } from '@tenure/config';
import { startEmbeddedPostgres } from '@tenure/local-servers';
import { eventStoreFolder } from '../event-store/log.folder';
import { startComposeServers } from './compose.servers';
import { startEventStoreProcess } from './event-store.process';
import { type KafkaProcess, startKafkaProcess } from './kafka.process';
import type { ResourceStack } from './resource.stack';

export interface Servers {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  /** Undefined where EventStoreDB itself is the feed. */
  readonly kafkaBrokers?: readonly string[];
}

export interface ServerEvents {
  readonly onLine: (line: string) => void;
  readonly onLost: (error: Error) => void;
}

export interface StartEvents extends ServerEvents {
  /** For people, before what takes long: something is fetched that the first start alone needs. */
  readonly onNotice: (line: string) => void;
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts what no setting points to, all at a time; what was started is on the stack also where another failed. */
export async function startServers(config: Config, opened: ResourceStack, events: StartEvents): Promise<Servers> {
  if (config.profile === 'full') await startComposeServers(config, opened, events.onNotice);
  const eventStore = startEventStore(config, events);
  const database = startDatabase(config);
  const kafka = startKafka(config, events);
  // In this order, for the log of events stops last.
  await pushStarted(opened, [
    ['The event store', eventStore],
    ['PostgreSQL', database],
    ['Kafka', kafka],
  ]);
  return {
    eventStoreUrl: (await eventStore).url,
    databaseUrl: (await database).url,
    kafkaBrokers: (await kafka)?.brokers,
  };
}

type Stoppable = { stop(): Promise<void> } | undefined;

/** Rejects with what the first of them failed with, once all are started or have failed. */
async function pushStarted(
  opened: ResourceStack,
  starting: readonly (readonly [name: string, started: Promise<Stoppable>])[],
): Promise<void> {
  await Promise.allSettled(starting.map(([, started]) => started));
  const failures: unknown[] = [];
  for (const [name, started] of starting) {
    const server = await started.catch((error: unknown) => void failures.push(error));
    if (server) opened.push(name, () => server.stop());
  }
  if (failures.length > 0) throw failures[0];
}

/** The event store that is set, or an embedded node on the data folder. */
export const startEventStore = ({ eventStoreUrl, dataDir }: Config, events: ServerEvents): Promise<Server> =>
  eventStoreUrl === undefined
    ? startEventStoreProcess({ dataFolder: eventStoreFolder(dataDir), ...events })
    : external(eventStoreUrl);

const startDatabase = ({ databaseUrl, dataDir }: Config): Promise<Server> =>
  databaseUrl === undefined ? startEmbeddedPostgres({ dataFolder: join(dataDir, 'postgres') }) : external(databaseUrl);

async function startKafka(
  { feed, kafkaBrokers, dataDir }: Config,
  events: StartEvents,
): Promise<KafkaProcess | undefined> {
  if (feed === 'eventstore') return undefined;
  if (kafkaBrokers) return { brokers: kafkaBrokers, stop: async () => undefined };
  return startKafkaProcess({ dataFolder: join(dataDir, 'kafka'), ...events });
}

const external = async (url: string): Promise<Server> => ({ url, stop: async () => undefined });
