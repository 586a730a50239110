import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { startAutomation, type Automation } from '@tenure/automation';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { connectEventStore, headPosition } from '@tenure/event-store';
import type { ImportSummary } from '@tenure/import';
import { superviseChild } from '@tenure/local-servers';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { policyFile, publishWhereAbsent } from '@tenure/policy-service';
import { startProjector, type Projector } from '@tenure/projector';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { runTenure } from './tenure.command';

const ROOT = join(__dirname, '../../..');
const SAMPLES = join(ROOT, 'infra/samples');

/** The platform on real servers in processes of their own, without HTTP; its clock stands where the test puts it. */
export interface Stack {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly commands: CommandApplication;
  importSample(name: string, dataFile: string): Promise<ImportSummary>;
  publishSamplePolicy(): Promise<void>;
  /** Resolves when projections and automation have seen all that is in the log, also what they added to it. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** People are told of things where `notices` says so, by mails in files that go with the stack. */
export async function startStack(now: () => string, { notices = false } = {}): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-e2e-'));
  const [eventStore, postgres] = await Promise.all([startNode(folder), startTestPostgres()]);
  const client = connectEventStore(eventStore.url);
  const dataSource = await openDatabase(postgres.url, 10);
  const log = pino({ level: 'warn' });
  const commands = await commandApplication(client);
  const projector = startProjector({ client, dataSource, log });
  const mail = { folder: join(folder, 'mail'), from: 'Tenure <tenure@localhost>' };
  const automation = await startAutomation({ client, dataSource, log, now, ...(notices && { notices: mail }) });
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
    settled: () => settled(client, projector, automation),
    stop: async () => {
      await automation.close();
      await projector.close();
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

async function settled(client: EventStoreDBClient, projector: Projector, automation: Automation): Promise<void> {
  for (;;) {
    const head = await headPosition(client);
    const statuses = await projector.status();
    const seen = statuses.every(({ position }) => head === undefined || (position ?? -1n) >= head);
    const judged = head === undefined || (automation.position ?? -1n) >= head;
    if (seen && judged && head === (await headPosition(client))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
