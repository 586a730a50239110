import { realpath } from 'node:fs/promises';
import { holdDataFolder } from './data-folder.hold';
import { findFreePort, isPortTaken } from './free-port';
import { LocalKafkaError } from './kafka.errors';
import { emptyStorage, ensureFormatted } from './kafka.format';
import { locateKafkaJars } from './kafka.jars';
import { stopLeftoverKafka } from './kafka.leftover';
import { type KafkaProcess, type KafkaProcessOptions, runKafka } from './kafka.process';

const PORT_ATTEMPTS = 5;

export interface LocalKafkaOptions {
  /** A folder for the broker alone; created where missing and held until `stop`. */
  readonly dataFolder: string;
  /** A free one is chosen where none is given. */
  readonly port?: number;
  /** Forgets whatever the folder's broker had stored; for tests. */
  readonly emptied?: boolean;
  readonly startLimitMs?: number;
  readonly stopLimitMs?: number;
  /** Told before what takes long: Maven fetches the jars, once. */
  readonly onLine?: (line: string) => void;
  /** The broker ended though nobody asked it to. Its folder stays held until `stop`. */
  readonly onUnexpectedExit?: (error: LocalKafkaError) => void;
}

export interface LocalKafka {
  /** `host:port` of the loopback interface; one. */
  readonly brokers: string[];
  readonly port: number;
  /** Of the broker itself. */
  readonly pid: number;
  /** Writes everything out and releases the folder. Idempotent. */
  stop(): Promise<void>;
}

/**
 * Starts Apache Kafka as one node on a folder of its own, formatting it the first time and stopping first what a killed
 * process left running there. What clients were told is stored survives the broker's death, but not a power cut. Ends
 * with this process, on Linux whatever kills it. Rejects with `DataFolderHeldError`, `DataFolderUnusableError` or
 * `LocalKafkaError`.
 */
export async function startLocalKafka(options: LocalKafkaOptions): Promise<LocalKafka> {
  const { startLimitMs = 60_000, stopLimitMs = 10_000, onLine, onUnexpectedExit = () => undefined } = options;
  const hold = await holdDataFolder(options.dataFolder);
  try {
    const folder = await realpath(options.dataFolder);
    const jars = await locateKafkaJars(onLine);
    await stopLeftoverKafka(folder, stopLimitMs);
    if (options.port !== undefined && (await isPortTaken(options.port))) throw portTaken(options.port);
    const storage = await ensureFormatted(folder, jars);
    if (options.emptied) await emptyStorage(storage);
    const base = { jars, folder, storage, startLimitMs, stopLimitMs, onUnexpectedExit };
    const { port, broker } = await startOnPorts(options.port, base);
    return {
      brokers: [`127.0.0.1:${port}`],
      port,
      pid: broker.pid,
      stop: async () => {
        await broker.stop();
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/** Between choosing a free port and listening on it somebody else may take it. */
async function startOnPorts(
  wanted: number | undefined,
  base: Omit<KafkaProcessOptions, 'port' | 'controllerPort'>,
): Promise<{ port: number; broker: KafkaProcess }> {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await findFreePort());
    const controllerPort = await findFreePort();
    try {
      return { port, broker: await runKafka({ ...base, port, controllerPort }) };
    } catch (error) {
      if (wanted !== undefined && (await isPortTaken(wanted))) throw portTaken(wanted, error);
      if (attempt === PORT_ATTEMPTS || !/address already in use/i.test(String(error))) throw error;
    }
  }
}

const portTaken = (port: number, cause?: unknown): LocalKafkaError =>
  new LocalKafkaError(`Port ${port} for Kafka is in use`, { cause });
