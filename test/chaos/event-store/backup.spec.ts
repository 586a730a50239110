import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient, type AllStreamResolvedEvent } from '@eventstore/db-client';
import { backupEventLog, verifyEventLog } from '@tenure/embedded-event-store';
import { chaosSeed } from '../chaos.settings';
import { SeededRandom } from '../seeded.random';
import { newBatch, readAll, send } from './batch.writer';
import { compileNode, startNode, type NodeProcess } from './node.process';
import { WriteLedger } from './write.ledger';

const seed = chaosSeed();
const BACKUPS = 4;
const ACKNOWLEDGED_WITHIN_MS = 60_000;
const WRITERS = 4;
/** Small, so that segments are closed while they are copied. */
const SEGMENT_BYTES = 1_000_000;

describe(`backing up a node under load, seed ${seed}`, () => {
  const root = mkdtempSync(join(tmpdir(), 'tenure-backup-'));
  const main = compileNode(join(root, 'node'));
  const data = join(root, 'data');
  const random = new SeededRandom(seed);
  const ledger = new WriteLedger();
  const nodes: NodeProcess[] = [];
  const clients: EventStoreDBClient[] = [];
  beforeAll(() => console.log(`backup seed ${seed}`));
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await Promise.all(nodes.map((node) => node.kill('SIGKILL')));
    rmSync(root, { recursive: true, force: true });
  });

  it('restores every event acknowledged before it began, in order, and nothing that was not there', async () => {
    const client = await open(data);
    const control = { isOver: false };
    const writers = Array.from({ length: WRITERS }, () => writeUntil(client, control));
    const backups: { folder: string; acknowledged: string[] }[] = [];
    for (let number = 0; number < BACKUPS; number++) {
      // A writer that is refused ends the test with the reason, in place of a wait for what nobody writes any more.
      await Promise.race([acknowledgedMore(random.between(1, 60)), ...writers]);
      const acknowledged = ledger.acknowledgedEventIds;
      console.log(`backup ${number + 1} of ${BACKUPS}: ${acknowledged.length} events are acknowledged`);
      const folder = join(root, `backup-${number}`);
      const { nodeProcessId } = await backupEventLog(data, folder);
      expect(nodeProcessId).toBe(nodes[0]?.child.pid);
      expect(await verifyEventLog(data)).toMatchObject({ damages: [], tornTail: undefined });
      backups.push({ folder, acknowledged });
    }
    control.isOver = true;
    await Promise.all(writers);

    const all = (await readAll(client)).map(textOf);
    for (const { folder, acknowledged } of backups) {
      const restored = await readAll(await open(folder));
      expect(restored.map(textOf).findIndex((text, index) => text !== all[index])).toBe(-1);
      const ids = new Set(restored.map(({ event }) => event?.id));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    }
    expect(backups.at(-1)?.acknowledged.length).toBeGreaterThan(BACKUPS);
  }, 600_000);

  async function open(folder: string): Promise<EventStoreDBClient> {
    const node = await startNode(main, '--data', folder, '--segment-bytes', String(SEGMENT_BYTES));
    const client = EventStoreDBClient.connectionString(node.connectionString);
    nodes.push(node);
    clients.push(client);
    return client;
  }

  async function writeUntil(client: EventStoreDBClient, control: { isOver: boolean }): Promise<void> {
    while (!control.isOver) {
      const batch = newBatch(random);
      ledger.batches.set(batch.id, batch);
      expect(await send(client, batch, ledger)).toBeUndefined();
    }
  }

  async function acknowledgedMore(batches: number): Promise<void> {
    const goal = ledger.acknowledgedCount + batches;
    const end = Date.now() + ACKNOWLEDGED_WITHIN_MS;
    while (ledger.acknowledgedCount < goal) {
      if (Date.now() > end) throw new Error(`${ledger.acknowledgedCount} batches are acknowledged, ${goal} never were`);
      await delay(1);
    }
  }
});

function textOf({ event }: AllStreamResolvedEvent): string {
  return JSON.stringify(event, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}
