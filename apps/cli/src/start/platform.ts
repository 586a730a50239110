import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '@tenure/config';
import { holdDataFolder } from '@tenure/local-servers';
import { announce, withdraw, type RunningPlatform } from '../running.platform';
import { refuseTakenPort } from './port.check';
import { ResourceStack } from './resource.stack';
import { startServers } from './servers';
import { untilReady } from './ready.wait';
import { startServices } from './services';

export interface Platform extends RunningPlatform {
  readonly dataDir: string;
  /** Nothing had ever been recorded by anybody when it started. */
  readonly wasEmpty: boolean;
  /** API first, then what works behind it, then the servers. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  readonly config: Config;
  readonly log: Logger;
  /** A server died and could not be brought back. */
  readonly onLost: (error: Error) => void;
  /** For people, before what takes long. */
  readonly onNotice: (line: string) => void;
}

/**
 * Starts everything on one data folder, which it holds for as long as it runs. Resolves when it is ready, or answers
 * requests and will be ready when it can. On failure whatever had been started is stopped again.
 */
export async function startPlatform({ config, log, onLost, onNotice }: PlatformOptions): Promise<Platform> {
  const opened = new ResourceStack();
  const dataDir = resolve(config.dataDir);
  try {
    await refuseTakenPort(config.host, config.port);
    const hold = await holdDataFolder(dataDir);
    opened.push('The data folder', () => hold.release());
    const servers = await startServers(config, opened, {
      onLine: (line) => log.info(line),
      onLost,
      onNotice,
    });
    const { apiUrl, wasEmpty } = await startServices({ config, servers, opened, log });
    const running = {
      processId: process.pid,
      apiUrl,
      eventStoreUrl: servers.eventStoreUrl,
      databaseUrl: servers.databaseUrl,
      kafkaBrokers: servers.kafkaBrokers,
      startedAt: new Date().toISOString(),
    };
    await untilReady(apiUrl);
    await announce(dataDir, running);
    opened.push('The announcement', () => withdraw(dataDir));
    return { ...running, dataDir, wasEmpty, close: () => opened.closeAll() };
  } catch (error) {
    await opened.closeAll().catch((unclean: unknown) => log.error({ err: unclean }, 'stop after a failed start'));
    throw error;
  }
}
