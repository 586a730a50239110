import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore, type TestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, headPosition } from '@tenure/event-store';
import type { ImportSummary } from '@tenure/import';
import { runTenure, TENURE_BIN } from '../../e2e/testing/tenure.command';
import { chaosRounds, chaosSeed } from '../chaos.settings';
import { SeededRandom } from '../seeded.random';

const SAMPLES = join(__dirname, '../../../infra/samples');
const seed = chaosSeed();
const kills = chaosRounds(4);

/** What a history says, whatever the ids of its loads and the moments of writing. */
async function historyOf(client: EventStoreDBClient): Promise<string[]> {
  const facts: string[] = [];
  for await (const { event } of client.readAll()) {
    if (!event || /^(\$|HistoryLoad)/.test(event.type)) continue;
    facts.push(JSON.stringify([event.streamId, Number(event.revision), event.type, event.id, event.data]));
  }
  return facts.sort();
}

describe('an import that is killed', () => {
  const random = new SeededRandom(seed);
  let folder: string;
  let whole: TestEventStore;
  let interrupted: TestEventStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenure-import-'));
    [whole, interrupted] = await Promise.all([startTestEventStore(), startTestEventStore()]);
  });
  afterAll(async () => {
    await Promise.all([whole.stop(), interrupted.stop()]);
    await rm(folder, { recursive: true });
  });

  const args = [
    'import',
    '--json',
    '--mapping',
    join(SAMPLES, 'cfpb.mapping.json'),
    '--rejects',
    'REJECTS',
    join(SAMPLES, 'cfpb/consumer_complaints_2013-2017.csv.gz'),
  ];
  const argsFor = (name: string) => args.map((arg) => (arg === 'REJECTS' ? join(folder, `${name}.csv`) : arg));
  const settingsFor = ({ connectionString }: TestEventStore) => ({
    PATH: process.env.PATH ?? '',
    EVENTSTORE_URL: connectionString,
    TENURE_DATA_DIR: folder,
  });

  /** Lets an import get a random bit further, and kills it. */
  async function importAndKill(client: EventStoreDBClient): Promise<void> {
    const before = (await headPosition(client)) ?? 0n;
    const further = before + BigInt(random.between(1, 1_500_000));
    const child = spawn(process.execPath, [TENURE_BIN, ...argsFor('killed')], {
      env: settingsFor(interrupted),
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    while (child.exitCode === null && ((await headPosition(client)) ?? 0n) < further) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    child.kill('SIGKILL');
    await ended;
  }

  it(
    `leaves, run again, exactly what an undisturbed one leaves (seed ${seed})`,
    async () => {
      const undisturbed = await runTenure(argsFor('whole'), settingsFor(whole));
      expect(undisturbed).toMatchObject({ exitCode: 0 });
      const [wholeClient, client] = [
        connectEventStore(whole.connectionString),
        connectEventStore(interrupted.connectionString),
      ];
      for (let kill = 0; kill < kills; kill++) await importAndKill(client);
      const completed = await runTenure(argsFor('completed'), settingsFor(interrupted));
      expect(completed).toMatchObject({ exitCode: 0 });

      const { rows } = JSON.parse(completed.stdout) as ImportSummary;
      expect(rows.accepted + rows.known + rows.rejected).toBe(rows.read);
      expect(rows.known).toBeGreaterThan(0);
      const [expected, actual] = [await historyOf(wholeClient), await historyOf(client)];
      expect(actual).toEqual(expected);
      expect(actual.length).toBeGreaterThan(10_000);
      await Promise.all([wholeClient.dispose(), client.dispose()]);
    },
    360_000 + kills * 30_000,
  );
});
