import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '@tenure/config';
import { holdDataFolder } from '@tenure/local-servers';
import { findRunning } from '../running.platform';
import { ResourceStack } from '../start/resource.stack';
import { startEventStore } from '../start/servers';

export interface EventStoreAccess {
  readonly url: string;
  close(): Promise<void>;
}

/** The event store that is set, else that of the platform running on the data folder, else one for the time being. */
export async function reachEventStore(
  config: Config,
  log: Logger,
  onLost: (error: Error) => void,
): Promise<EventStoreAccess> {
  const url = config.eventStoreUrl ?? (await findRunning(config.dataDir))?.eventStoreUrl;
  if (url !== undefined) return { url, close: async () => undefined };
  const opened = new ResourceStack();
  try {
    const hold = await holdDataFolder(resolve(config.dataDir));
    opened.push('The data folder', () => hold.release());
    const node = await startEventStore(config, { onLine: (line) => log.info(line), onLost });
    opened.push('The event store', () => node.stop());
    return { url: node.url, close: () => opened.closeAll() };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}
