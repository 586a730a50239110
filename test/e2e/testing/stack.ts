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

export async function startStack({ now, notices = false }: StackOptions): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-e2e-'));
  const [eventStore, postgres] = await Promise.all([startNode(folder), startTestPostgres()]);
  const client = connectEventStore(eventStore.url);
  const dataSource = await openDatabase(postgres.url, 10);
  const commands = await commandApplication(client);
  const mail = { folder: join(folder, 'mail'), from: 'Tenure <tenure@localhost>' };
  const options = JSON.stringify({ now, ...(notices && { notices: mail }) });
  const servers = (...more: string[]) => [eventStore.url, postgres.url, ...more];
  const parts = await Promise.all([startAsked('projector', servers()), startAsked('automation', servers(options))]);
  let api: Promise<AskedProcess> | undefined;
  return {
    client,
    dataSource,
    commands,
    importSample: async (name, dataFile) => {
      const mapping = join(SAMPLES, `${name}.mapping.json`);
      const rejects = join(folder, `${name}.rejects.csv`);
      const { stdout } = await runTenure(['import', '--json', '--mapping', mapping, '--rejects', rejects, dataFile], {
        EVENTSTORE_URL: eventStore.url,
        TENURE_DATA_DIR: folder,
      });
      return JSON.parse(stdout) as ImportSummary;
    },
    publishSamplePolicy: () => publishSamplePolicy(commands),
    apiUrl: async () => (await (api ??= startAsked('api', servers(JSON.stringify({ now }))))).ask('url'),
    settled: () => settled(client, parts),
    stop: async () => {
      await (await api)?.stop();
      await Promise.all(parts.map((part) => part.stop()));
      await commands.close();
      await client.dispose();
      await dataSource.destroy();
      await Promise.all([postgres.stop(), eventStore.stop()]);
      await rm(folder, { recursive: true });
    },
  };
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
