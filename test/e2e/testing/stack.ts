import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { connectEventStore, headPosition } from '@tenure/event-store';
import type { ImportSummary } from '@tenure/import';
import { superviseChild } from '@tenure/local-servers';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { policyFile, publishWhereAbsent } from '@tenure/policy-service';
import type { DataSource } from 'typeorm';
import { startAsked, type AskedProcess } from './asked.process';
import { runTenure } from './tenure.command';

const ROOT = join(__dirname, '../../..');
const SAMPLES = join(ROOT, 'infra/samples');

/** The platform on real servers; they, the projector, the automation and the API are processes of their own. */
export interface Stack {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly commands: CommandApplication;
  importSample(name: string, dataFile: string): Promise<ImportSummary>;
  publishSamplePolicy(): Promise<void>;
  /** Starts the API where it does not run yet; resolves to its address. */
  apiUrl(): Promise<string>;
  /** What the command line needs to know of it; starts the API where it does not run yet. */
  settings(): Promise<Record<string, string>>;
  /** Resolves when projections and automation have seen all that is in the log, also what they added to it. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Where the clocks of automation and API stand (ISO 8601); they run unless given. */
  readonly now?: string;
  /** People are told of things, by mails in files that go with the stack. */
  readonly notices?: boolean;
}

/** What was started stops again where the rest can't be started. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const opened = new Opened();
  try {
    return await openStack(options, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openStack({ now, notices = false }: StackOptions, opened: Opened): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-e2e-'));
  opened.push(() => rm(folder, { recursive: true }));
  const eventStore = await opened.of(startNode(folder), (node) => node.stop());
  const postgres = await opened.of(startTestPostgres(), (server) => server.stop());
  const client = await opened.of(connectEventStore(eventStore.url), (connected) => connected.dispose());
  const dataSource = await opened.of(openDatabase(postgres.url, 4), (database) => database.destroy());
  const commands = await opened.of(commandApplication(client), (application) => application.close());
  const start = (name: string, settings: object) =>
    opened.of(startAsked(name, [eventStore.url, postgres.url, JSON.stringify(settings)]), (part) => part.stop());
  const mail = { folder: join(folder, 'mail'), from: 'Tenure <tenure@localhost>' };
  const starting = [start('projector', {}), start('automation', { now, ...(notices && { notices: mail }) })];
  // What can be closed is known only when none is on its way any more.
  await Promise.allSettled(starting);
  const parts = await Promise.all(starting);
  let api: Promise<AskedProcess> | undefined;
  const apiUrl = async () => (await (api ??= start('api', { now }))).ask('url');
  const ofStore = { EVENTSTORE_URL: eventStore.url, TENURE_DATA_DIR: folder };
  return {
    client,
    dataSource,
    commands,
    importSample: async (name, dataFile) => {
      const mapping = join(SAMPLES, `${name}.mapping.json`);
      const rejects = join(folder, `${name}.rejects.csv`);
      const { stdout } = await runTenure(['import', '--json', '--mapping', mapping, '--rejects', rejects, dataFile], {
        ...ofStore,
      });
      return JSON.parse(stdout) as ImportSummary;
    },
    publishSamplePolicy: () => publishSamplePolicy(commands),
    apiUrl,
    settings: async () => ({ ...ofStore, TENURE_URL: await apiUrl() }),
    settled: () => settled(client, parts),
    stop: () => opened.close(),
  };
}

/** What has to be closed, the last one first. */
class Opened {
  readonly #closings: (() => Promise<unknown>)[] = [];

  push(close: () => Promise<unknown>): void {
    this.#closings.push(close);
  }

  async of<Part>(opening: Promise<Part> | Part, close: (part: Part) => Promise<unknown>): Promise<Part> {
    const part = await opening;
    this.push(() => close(part));
    return part;
  }

  /** All of it, also where some of it fails; rejects with the first failure. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closings.splice(0).reverse()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}

async function startNode(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const child = await superviseChild({
    name: 'The event store',
    script: join(ROOT, 'libs/platform/embedded-event-store/dist/main.js'),
    args: ['--supervised', '--data', join(folder, 'event-store'), '--port', '0'],
    onStderrLine: (line) => console.error(line),
    onUnexpectedExit: (error) => console.error(error),
  });
  return { url: `esdb://127.0.0.1:${String(child.ready.port)}?tls=false`, stop: () => child.stop() };
}

async function publishSamplePolicy(commands: CommandApplication): Promise<void> {
  const file = join(SAMPLES, 'online-retail.value-tier.policy.json');
  await publishWhereAbsent(commands, [policyFile(file, await readFile(file, 'utf8'))], '2010-01-01T00:00:00Z');
}

async function settled(client: EventStoreDBClient, parts: readonly AskedProcess[]): Promise<void> {
  for (;;) {
    const head = (await headPosition(client)) ?? -1n;
    const positions = await Promise.all(parts.map(async (part) => BigInt(await part.ask('position'))));
    const isSeen = positions.every((position) => position >= head);
    if (isSeen && head === ((await headPosition(client)) ?? -1n)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
