import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { lastSegment, segments, write } from '../log/event-log.fixture';
import { CorruptLogError, NoEventLogError } from '../log/log.errors';
import { EventStore } from '../store/event-store';
import { appendBatches, SMALL_SEGMENT_BYTES, storeBatches } from '../store/stored.log.fixture';
import { verifyEventLog } from './log.verification';

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 30 });

describe('verifying an event log', () => {
  const root = mkdtempSync(join(tmpdir(), 'tenure-verify-'));
  let number = 0;
  let folder = '';
  beforeEach(() => {
    folder = newFolder();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('counts what is there and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (batches) => {
        const stored = newFolder();
        await storeBatches(stored, batches);
        const before = contentsOf(stored);
        const found = await verifyEventLog(stored);
        expect(found).toMatchObject({ damages: [], tornTail: undefined, nodeProcessId: undefined, hasSnapshot: true });
        expect(found).toMatchObject({ frames: batches.length, events: batches.reduce((sum, size) => sum + size, 0) });
        expect(found).toMatchObject({ streams: Math.min(3, batches.length), segments: segments(stored).length });
        expect(found.bytes).toBe(found.end);
        expect(contentsOf(stored)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it.each(['stopped cleanly', 'killed'] as const)(
    'names a bit flipped anywhere in a log that was %s, and a node refuses the folder',
    async (how) => {
      await fc.assert(
        fc.asyncProperty(sizes, share, share, fc.nat(7), async (batches, segmentShare, byteShare, bit) => {
          const stored = await storedLog(batches, how);
          const files = segments(stored);
          const file = files[Math.floor(segmentShare * files.length)] ?? '';
          const at = flip(file, byteShare, bit);
          const before = contentsOf(stored);
          const { damages } = await verifyEventLog(stored);
          expect(damages).toMatchObject([{ file }]);
          expect(damages[0]?.offset).toBeLessThanOrEqual(at);
          await expect(open(stored)).rejects.toThrow(CorruptLogError);
          await expect(open(stored)).rejects.toMatchObject({ file, offset: damages[0]?.offset });
          expect(contentsOf(stored)).toEqual(before);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('goes on after damage and finds that of other segments', async () => {
    await storeBatches(folder, Array<number>(30).fill(5));
    const [first = '', second = '', third = ''] = segments(folder);
    flip(first, 0.5, 3);
    flip(third, 0, 3);
    const { damages } = await verifyEventLog(folder);
    expect(damages.map(({ file }) => file)).toEqual([first, third]);
    expect(second).not.toBe('');
  });

  it('tells a torn tail from damage, and a node cuts it', async () => {
    await storeBatches(folder, [3, 3]);
    const { end } = await verifyEventLog(folder);
    const file = lastSegment(folder);
    const offset = readFileSync(file).length;
    appendFileSync(file, Buffer.alloc(77, 0x5a));
    expect(await verifyEventLog(folder)).toMatchObject({ damages: [], end, tornTail: { file, offset, bytes: 77 } });
    await (await open(folder)).stop();
    expect(readFileSync(file)).toHaveLength(offset);
    expect(await verifyEventLog(folder)).toMatchObject({ damages: [], end, tornTail: undefined });
  });

  it('looks beside a running node at what is durable, and at nothing behind it', async () => {
    const store = await open(folder);
    await appendBatches(store, [4, 4, 4]);
    const { end } = store.log;
    appendFileSync(lastSegment(folder), Buffer.alloc(50, 1));
    const found = await verifyEventLog(folder);
    expect(found).toMatchObject({ damages: [], tornTail: undefined, end, events: 12, nodeProcessId: process.pid });
    await store.stop();
  });

  it('misses the newest records, a segment in the middle and one in the place of another', async () => {
    await storeBatches(folder, Array<number>(30).fill(5));
    const files = segments(folder);
    const [first = '', second = '', third = ''] = files;
    await expect(damagesAfter((copy) => rmSync(copy(lastSegment(folder))))).resolves.toMatch(/are missing/);
    await expect(damagesAfter((copy) => rmSync(copy(second)))).resolves.toMatch(/one before it ends at/);
    await expect(damagesAfter((copy) => renameSync(copy(first), copy(third)))).resolves.toMatch(
      /header of the segment/,
    );
  });

  it('finds revisions that do not follow each other under right checksums', async () => {
    await write(folder, [[[10, 10]], [[20]]], Number.MAX_SAFE_INTEGER);
    const { damages } = await verifyEventLog(folder);
    expect(damages).toMatchObject([{ file: lastSegment(folder), reason: 'revision 0 of s stands where 2 should' }]);
  });

  it('finds a snapshot that is damaged or of another log', async () => {
    await storeBatches(folder, [1, 2, 3]);
    const other = newFolder();
    await storeBatches(other, [3, 2, 1]);
    const snapshot = join(folder, 'index-snapshot.bin');
    const flipped = (copy: (path: string) => string): unknown => flip(copy(snapshot), 0.5, 1);
    await expect(damagesAfter(flipped)).resolves.toMatch(/index-snapshot.bin 0 the snapshot fails its checksum/);
    const exchange = (copy: (path: string) => string): void =>
      cpSync(join(other, 'index-snapshot.bin'), copy(snapshot));
    await expect(damagesAfter(exchange)).resolves.toMatch(/not made of this log|are missing/);
  });

  it('says that there is no log, or none that is whole', async () => {
    await expect(verifyEventLog(join(folder, 'none'))).rejects.toThrow(NoEventLogError);
    writeFileSync(join(folder, 'BACKUP-UNFINISHED'), '');
    await expect(verifyEventLog(folder)).rejects.toThrow(/not finished/);
    await expect(open(folder)).rejects.toThrow(/not finished/);
  });

  function newFolder(): string {
    return mkdtempSync(join(root, `${number++}-`));
  }

  /** A killed node leaves its lock and no snapshot of its end; the copy stands for the folder after it is gone. */
  async function storedLog(batches: readonly number[], how: 'stopped cleanly' | 'killed'): Promise<string> {
    const stored = newFolder();
    const store = await open(stored);
    await appendBatches(store, batches);
    const killed = newFolder();
    cpSync(stored, killed, { recursive: true, filter: (path) => !/node\.lock|snapshot/.test(path) });
    await store.stop();
    return how === 'killed' ? killed : stored;
  }

  /** In one line, of a copy that was changed first. */
  async function damagesAfter(change: (copyOf: (path: string) => string) => unknown): Promise<string> {
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    change((path) => path.replace(folder, copy));
    const { damages } = await verifyEventLog(copy);
    return damages.map(({ file, offset, reason }) => `${file} ${offset} ${reason}`).join('\n');
  }
});

function open(folder: string): Promise<EventStore> {
  return EventStore.open({ folder, segmentBytes: SMALL_SEGMENT_BYTES });
}

/** Returns the byte that was changed. */
function flip(file: string, byteShare: number, bit: number): number {
  const bytes = readFileSync(file);
  const at = Math.floor(byteShare * bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
  writeFileSync(file, bytes);
  return at;
}

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'hex')]),
  );
}
