import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { holdDataFolder } from './data-folder.hold';
import { findFreePort, isPortTaken } from './free-port';
import { locatePostgresBinaries } from './postgres.binaries';
import { ensureCluster, SUPERUSER } from './postgres.cluster';
import { EmbeddedPostgresError } from './postgres.errors';
import { stopLeftover } from './postgres.leftover';
import { type PostgresProcess, runPostgres } from './postgres.process';

const PORT_ATTEMPTS = 5;

export interface EmbeddedPostgresOptions {
  /** A folder for the server alone; created where missing and held until `stop`. */
  readonly dataFolder: string;
  /** A free one is chosen where none is given. */
  readonly port?: number;
  /** False gives up safety from power cuts for speed; for tests. */
  readonly durable?: boolean;
  readonly startLimitMs?: number;
  readonly stopLimitMs?: number;
}

export interface EmbeddedPostgres {
  /** With user and password; loopback only. */
  readonly url: string;
  /** Ends connections, writes everything out, and releases the folder. Idempotent. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server on a folder of its own, making the cluster the first time and stopping first what a
 * killed process left running there. Rejects with `DataFolderHeldError`, `DataFolderUnusableError` or
 * `EmbeddedPostgresError`; an existing cluster is never changed or removed by a failed start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durable = true, startLimitMs = 60_000, stopLimitMs = 10_000 } = options;
  const hold = await holdDataFolder(options.dataFolder);
  try {
    const dataFolder = await realpath(options.dataFolder);
    const binaries = locatePostgresBinaries();
    const cluster = await ensureCluster(dataFolder, binaries, durable);
    await stopLeftover(cluster.folder, stopLimitMs);
    const logFile = join(dataFolder, 'postgres.log');
    const base = { binaries, cluster: cluster.folder, logFile, durable, startLimitMs, stopLimitMs };
    const { port, server } = await startOnPort(options.port, (port) => runPostgres({ ...base, port }));
    return {
      url: `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await server.stop();
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/** Between choosing a free port and listening on it somebody else may take it. */
async function startOnPort(
  wanted: number | undefined,
  start: (port: number) => Promise<PostgresProcess>,
): Promise<{ port: number; server: PostgresProcess }> {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await findFreePort());
    try {
      return { port, server: await start(port) };
    } catch (error) {
      const taken = await isPortTaken(port);
      if (wanted !== undefined && taken) {
        throw new EmbeddedPostgresError(`Port ${port} for PostgreSQL is in use`, { cause: error });
      }
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}
