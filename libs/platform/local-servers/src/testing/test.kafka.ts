import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderHeldError } from '../data-folder.errors';
import { isPortTaken } from '../free-port';
import { type LocalKafka, startLocalKafka } from '../kafka.server';
import { ownIdentity } from '../process.identity';
import { startKafkaContainer } from './kafka.container';

const SLOTS = 64;
const NOTE = 'shared.json';

export interface TestKafka {
  /** For kafkajs. Topics don't appear by themselves: create them with its admin client. */
  readonly brokers: string[];
  /** A name that nobody else has: for topics, groups and transactional ids, for tests share a broker. */
  unique(name: string): string;
  /** Stops the broker where it is yours alone. */
  stop(): Promise<void>;
}

/** A broker of one's own, for tests that kill it. */
export interface TestBroker extends TestKafka {
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again after `kill`: the same address, the same data. */
  restart(): Promise<void>;
}

/**
 * A real broker: the one that KAFKA_BROKERS names, else a container where a container engine answers, else Apache
 * Kafka's jars on Java. The last is shared by all test files of a Jest worker and ends with the worker, so call it once
 * per file, `stop` in `afterAll`, and take every name from `unique`. Most tests want `describeWithKafka`:
 *
 *   describeWithKafka('relay', (kafka) => {
 *     it('…', async () => {
 *       const client = new Kafka({ brokers: kafka().brokers });
 *       const topic = kafka().unique('events');
 */
export async function startTestKafka(): Promise<TestKafka> {
  const given = process.env.KAFKA_BROKERS;
  if (given) return { brokers: given.split(','), unique, stop: async () => undefined };
  const container = await startKafkaContainer();
  return container
    ? { ...container, unique }
    : { brokers: await shareLocalBroker(), unique, stop: async () => undefined };
}

/** From the jars, whatever else there is; a start takes 2 to 3 s. */
export async function startTestBroker(): Promise<TestBroker> {
  const { broker, dataFolder } = await startSlot();
  let running = broker;
  return {
    brokers: broker.brokers,
    unique,
    kill: async () => {
      process.kill(running.pid, 'SIGKILL');
      await running.stop();
    },
    restart: async () => {
      running = await startLocalKafka({ dataFolder, port: broker.port });
    },
    stop: () => running.stop(),
  };
}

const unique = (name: string): string => `${name}-${process.pid}-${randomBytes(4).toString('hex')}`;

/** The test files of a worker load modules of their own in one process, so what they share is noted in a file. */
export async function shareLocalBroker(): Promise<string[]> {
  for (const slot of await readdir(await slotsFolder())) {
    const { owner, port } = await readNote(join(await slotsFolder(), slot, NOTE));
    if (owner === ownName() && port !== undefined && (await isPortTaken(port))) return [`127.0.0.1:${port}`];
  }
  const { broker, dataFolder } = await startSlot();
  const shared: SharedBroker = { owner: ownName(), port: broker.port };
  await writeFile(join(dataFolder, NOTE), JSON.stringify(shared));
  return broker.brokers;
}

interface SharedBroker {
  readonly owner?: string;
  readonly port?: number;
}

/** Empty where there is none, or where another worker still writes it: it is not this one's either way. */
const readNote = (file: string): Promise<SharedBroker> =>
  readFile(file, 'utf8').then(
    (note) => (note === '' ? {} : (JSON.parse(note) as SharedBroker)),
    () => ({}),
  );

const ownName = (): string => JSON.stringify(ownIdentity());

/** Folders are kept for the next run, one for each that runs at the same time: formatting one costs as much as a start. */
async function startSlot(): Promise<{ broker: LocalKafka; dataFolder: string }> {
  for (let slot = 0; slot < SLOTS; slot++) {
    const dataFolder = join(await slotsFolder(), String(slot));
    try {
      return { broker: await startLocalKafka({ dataFolder, emptied: true }), dataFolder };
    } catch (error) {
      if (!(error instanceof DataFolderHeldError)) throw error;
    }
  }
  throw new Error(`all ${SLOTS} test brokers below ${await slotsFolder()} are in use`);
}

async function slotsFolder(): Promise<string> {
  const root = join(tmpdir(), `tenure-test-kafka-${process.getuid?.() ?? 'user'}`);
  await mkdir(root, { recursive: true });
  return root;
}
