import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { verifyEventLog } from '@tenure/embedded-event-store';
import { newBatch, readAll, send } from './batch.writer';
import { compileNode, launchNode, type NodeProcess } from './node.process';
import { PowerCut } from './power.cut';
import { chaosRounds, chaosSeed } from '../chaos.settings';
import { SeededRandom } from '../seeded.random';
import { within } from '../within.limit';
import { WriteLedger } from './write.ledger';

const seed = chaosSeed();
const rounds = chaosRounds(20);
const WRITERS = 8;
/** Small, so that segments and snapshots of the index change under load, too. */
const SEGMENT_BYTES = 256 * 1024;

/** In half of the rounds the machine's power goes, too: what was not synced is then lost in part. */
describe(`killing the node under load, seed ${seed}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-chaos-'));
  const data = join(folder, 'data');
  const random = new SeededRandom(seed);
  const ledger = new WriteLedger();
  const powerCut = new PowerCut(folder);
  let main = '';
  beforeAll(() => {
    console.log(`chaos seed ${seed}, ${rounds} rounds`);
    main = compileNode(join(folder, 'node'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    'keeps every promise',
    async () => {
      for (let round = 0; round < rounds; round++) await runRound();
      const node = await start();
      const client = EventStoreDBClient.connectionString(node.connectionString);
      expect(ledger.breaches(await readAll(client))).toEqual([]);
      await client.dispose();
      await node.kill('SIGTERM');
      expect(ledger.acknowledgedCount).toBeGreaterThan(rounds * 10);
    },
    rounds * 20_000,
  );

  async function runRound(): Promise<void> {
    const node = await within('a start', start());
    const client = EventStoreDBClient.connectionString(node.connectionString);
    expect(ledger.breaches(await within('reading all', readAll(client)))).toEqual([]);
    await Promise.all(ledger.unanswered.map((batch) => send(client, batch, ledger)));
    const control = { isOver: false };
    const writers = Array.from({ length: WRITERS }, () => writeUntil(client, control));
    await delay(random.between(20, 500));
    // Each writer has one append under way now; a further one would only wait for the client to reconnect.
    control.isOver = true;
    await within('a kill', node.kill('SIGKILL'));
    await Promise.all(writers);
    await within('disposing of a client', client.dispose());
    strike();
    expect((await within('verifying', verifyEventLog(data))).damages).toEqual([]);
  }

  function strike(): void {
    const chance = random.next();
    if (chance < 0.5) powerCut.strike(data, random);
    else if (chance < 0.75) appendFileSync(lastSegment(), garbage(random.between(1, 3000)));
  }

  async function writeUntil(client: EventStoreDBClient, control: { isOver: boolean }): Promise<void> {
    while (!control.isOver) {
      const batch = newBatch(random);
      ledger.batches.set(batch.id, batch);
      // An error says that the node was killed: whether the batch is there, nobody promised.
      await send(client, batch, ledger);
    }
  }

  async function start(): Promise<NodeProcess> {
    return launchNode(powerCut.launch, main, '--data', data, '--segment-bytes', String(SEGMENT_BYTES));
  }

  function lastSegment(): string {
    const segments = readdirSync(data).filter((name) => name.endsWith('.log'));
    return join(data, segments.sort().at(-1) ?? '');
  }

  function garbage(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => random.between(0, 255)));
  }
});
