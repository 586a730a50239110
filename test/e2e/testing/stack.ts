import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { startAutomation, type Automation } from '@tenure/automation';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, headPosition } from '@tenure/event-store';
import { runImport, type ImportSummary } from '@tenure/import';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { startProjector, type Projector } from '@tenure/projector';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { commandSink } from '../../../apps/cli/src/import/command.sink';

const SAMPLES = join(__dirname, '../../../infra/samples');

/** The platform on real servers, without HTTP; its clock stands where the test puts it. */
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

export async function startStack(now: () => string): Promise<Stack> {
  const [eventStore, postgres, folder] = await Promise.all([
    startTestEventStore(),
    startTestPostgres(),
    mkdtemp(join(tmpdir(), 'tenure-e2e-')),
  ]);
  const client = connectEventStore(eventStore.connectionString);
  const dataSource = await openDatabase(postgres.url, 10);
  const log = pino({ level: 'warn' });
  const commands = await commandApplication(client);
  const projector = startProjector({ client, dataSource, log });
  const automation = await startAutomation({ client, dataSource, log, now });
  return {
    client,
    dataSource,
    commands,
    importSample: (name, dataFile) =>
      runImport({
        mappingFile: join(SAMPLES, `${name}.mapping.json`),
        files: [dataFile],
        rejectsFile: join(folder, `${name}.rejects.csv`),
        sink: commandSink(commands.catalogue, commands.sender, { correlationId: name, actor: 'test', source: name }),
      }),
    publishSamplePolicy: () => publishSamplePolicy(commands),
    settled: () => settled(client, projector, automation),
    stop: async () => {
      await automation.close();
      await projector.close();
      await commands.close();
      await client.dispose();
      await dataSource.destroy();
      await Promise.all([postgres.stop(), eventStore.stop(), rm(folder, { recursive: true })]);
    },
  };
}

async function publishSamplePolicy({ catalogue, sender }: CommandApplication): Promise<void> {
  const policy: object = JSON.parse(await readFile(join(SAMPLES, 'online-retail.tier-policy.json'), 'utf8'));
  const command = catalogue.parse('PublishTierPolicy', { ...policy, occurredAt: '2010-01-01T00:00:00Z' });
  const outcome = await sender.send(command, {
    commandId: 'policy',
    correlationId: 'policy',
    actor: 'test',
    source: 'test',
  });
  if (outcome.status === 'rejected') throw new Error(`policy refused: ${outcome.code}`);
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
