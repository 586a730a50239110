import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { verifyEventLog } from '@tenure/embedded-event-store';
import { chaosSeed } from '../chaos.settings';
import { SeededRandom } from '../seeded.random';
import { newBatch, readAll, send } from './batch.writer';
import { failingDisk, memoryDisk, type LimitedDisk } from './failing.disk';
import { compileFile, compileNode, launchNode, type NodeProcess } from './node.process';
import { WriteLedger, type Batch } from './write.ledger';

const seed = chaosSeed();
const ROUNDS = 6;
const WRITERS = 6;
const ROOM_BYTES = 2_000_000;
const SEGMENT_BYTES = 100_000;
/** Of gRPC. */
const RESOURCE_EXHAUSTED = 8;

describe(`a disk that takes no more, seed ${seed}`, () => {
  const root = mkdtempSync(join(tmpdir(), 'tenure-full-disk-'));
  const main = compileNode(join(root, 'node'));
  const random = new SeededRandom(seed);
  const releases: (() => Promise<unknown> | void)[] = [];
  let folder = '';
  beforeAll(() => console.log(`full disk seed ${seed}`));
  beforeEach(() => {
    folder = mkdtempSync(join(root, 'disk-'));
  });
  afterEach(async () => {
    for (const release of releases.splice(0).reverse()) await release();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** The real thing where the account may mount it; what fails in the process itself works everywhere. */
  it.each([
    ['with calls that fail', failingDisk],
    ['in memory, or with calls that fail', (at: string) => memoryDisk(at) ?? failingDisk(at)],
  ])('full, %s: writers are told, readers go on, writing resumes when there is room', async (_what, diskIn) => {
    const disk = diskIn(folder);
    releases.push(() => disk.release());
    const { client, node } = await start(disk);
    const ledger = new WriteLedger();
    for (let round = 0; round < ROUNDS; round++) {
      disk.leave(random.between(0, 200_000));
      const refused = await writeUntilRefused(client, ledger);
      expect(ledger.breaches(await readAll(client))).toEqual([]);
      expect(await idsIn(client, refused)).toEqual([]);
      disk.leave(ROOM_BYTES);
      for (const batch of refused) expect(await send(client, batch, ledger)).toBeUndefined();
    }
    await node.kill(random.next() < 0.5 ? 'SIGKILL' : 'SIGTERM');
    expect(await verifyEventLog(disk.folder)).toMatchObject({ damages: [] });
    const successor = await start(disk);
    expect(ledger.breaches(await readAll(successor.client))).toEqual([]);
    expect(ledger.unanswered).toEqual([]);
  });

  it.each([
    { failsAt: 'sync', code: 'ENOSPC' },
    { failsAt: 'sync', code: 'EIO' },
    { failsAt: 'write', code: 'EROFS' },
  ] as const)('fails with $code at a $failsAt: the same', async (failure) => {
    const disk = failingDisk(folder);
    const { client } = await start(disk);
    const ledger = new WriteLedger();
    const [before, batch, after] = [newBatch(random), newBatch(random), newBatch(random)];
    expect(await sendNew(client, before, ledger)).toBeUndefined();
    disk.set(failure);
    expect(await sendNew(client, batch, ledger)).toContain(`can't write to its data folder: ${failure.code}`);
    // With credentials of its own the client appends by the call whose status it shows.
    const asked = client.appendToStream(batch.stream, batch.events, { credentials: { username: 'a', password: 'b' } });
    await expect(asked).rejects.toMatchObject({ code: RESOURCE_EXHAUSTED });
    expect(await idsIn(client, [batch])).toEqual([]);
    expect(ledger.breaches(await readAll(client))).toEqual([]);
    disk.set({});
    expect(await sendNew(client, after, ledger)).toBeUndefined();
    expect(ledger.breaches(await readAll(client))).toEqual([]);
  });

  it('read-only from the start is said in one line', async () => {
    for (const path of [root, folder]) chmodSync(path, 0o755);
    const preload = compileFile(join(__dirname, 'plain.account.preload.ts'), join(folder, 'plain.account.preload.js'));
    chmodSync(folder, 0o555);
    releases.push(() => chmodSync(folder, 0o755));
    const launch = { nodeArguments: ['--require', preload], environment: {} };
    for (const data of [folder, join(folder, 'data')]) {
      const started = launchNode(launch, main, '--data', data);
      await expect(started).rejects.toThrow(
        new RegExp(`^exit code 1: event store: the data folder ${data} can't be written to: EACCES[^\\n]*\\n$`),
      );
    }
  });

  async function start(disk: LimitedDisk): Promise<{ client: EventStoreDBClient; node: NodeProcess }> {
    const node = await launchNode(disk.launch, main, '--data', disk.folder, '--segment-bytes', String(SEGMENT_BYTES));
    releases.push(() => node.kill('SIGKILL'));
    const client = EventStoreDBClient.connectionString(node.connectionString);
    releases.push(() => client.dispose());
    return { client, node };
  }

  /** Every writer goes on until it is refused; every refusal says why. */
  async function writeUntilRefused(client: EventStoreDBClient, ledger: WriteLedger): Promise<Batch[]> {
    return Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (;;) {
          const batch = newBatch(random);
          const error = await sendNew(client, batch, ledger);
          if (error === undefined) continue;
          expect(error).toContain("can't write to its data folder: ENOSPC");
          return batch;
        }
      }),
    );
  }
});

function sendNew(client: EventStoreDBClient, batch: Batch, ledger: WriteLedger): Promise<string | undefined> {
  ledger.batches.set(batch.id, batch);
  return send(client, batch, ledger);
}

async function idsIn(client: EventStoreDBClient, batches: readonly Batch[]): Promise<string[]> {
  const ids = new Set(batches.flatMap(({ events }) => events.map(({ id }) => id)));
  return (await readAll(client)).flatMap(({ event }) => (event && ids.has(event.id) ? [event.id] : []));
}
