import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { append, lastSegment, reopen, reread, scan, segments, write } from './event-log.fixture';
import { CorruptLogError, UnsupportedLogFormatError } from './log.errors';

/** A segment gets its name when its header is durable: less than that is never left behind. */
const HEADER_BYTES = 32;
const frameOf = fc.array(fc.nat(3000), { minLength: 1, maxLength: 4 });
const groupsOf = fc.array(fc.array(frameOf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

describe('the event log', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('holds after reopening what was appended, over any number of segments', async () => {
    await fc.assert(
      fc.asyncProperty(groupsOf, fc.integer({ min: 100, max: 20_000 }), async (groups, segmentBytes) => {
        const folder = newFolder();
        const { written } = await write(folder, groups, segmentBytes);
        const { log, events } = await reopen(folder, segmentBytes);
        const scanned = await scan(log);
        await log.close();
        expect(events).toEqual(written);
        expect(scanned).toEqual(written);
      }),
      { numRuns: 40 },
    );
  });

  it('cut at any byte holds every whole group before the cut, no part of a frame, and takes appends again', async () => {
    await fc.assert(
      fc.asyncProperty(groupsOf, fc.double({ min: 0, max: 1, noNaN: true }), async (groups, share) => {
        const folder = newFolder();
        const { written, frameEnds } = await write(folder, groups, Number.MAX_SAFE_INTEGER);
        rmSync(join(folder, 'durable-end.json'));
        const file = lastSegment(folder);
        const cut = HEADER_BYTES + Math.floor(share * (statSync(file).size - HEADER_BYTES));
        truncateSync(file, cut);
        const { log, events } = await reopen(folder);
        const kept = frameEnds.filter((end) => end <= cut).at(-1) ?? HEADER_BYTES;
        const { end } = log;
        const added = await append(log, [[7]]);
        await log.close();
        expect(end).toBe(kept);
        expect(events).toEqual(written.filter(({ position }) => position < kept));
        expect(await reread(folder)).toEqual([...events, ...added]);
      }),
      { numRuns: 60 },
    );
  });

  it('with a bit flipped anywhere refuses to open, names file and place, and leaves the file as it is', async () => {
    await fc.assert(
      fc.asyncProperty(groupsOf, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7), async (groups, share, bit) => {
        const folder = newFolder();
        await write(folder, groups, Number.MAX_SAFE_INTEGER);
        const file = lastSegment(folder);
        const bytes = readFileSync(file);
        const at = Math.min(bytes.length - 1, Math.floor(share * bytes.length));
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(file, bytes);
        const error = await errorOf(reread(folder));
        expect(error).toBeInstanceOf(CorruptLogError);
        expect(String(error)).toContain(file);
        expect(readFileSync(file).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('finds damage in a closed segment without the mark of a clean stop', async () => {
    const folder = newFolder();
    await write(
      folder,
      Array.from({ length: 10 }, () => [[500]]),
      1000,
    );
    rmSync(join(folder, 'durable-end.json'));
    const [first = ''] = segments(folder);
    truncateSync(first, statSync(first).size - 1);
    await expect(reread(folder)).rejects.toThrow(CorruptLogError);
  });

  it('takes damage before frames that vouch for it as corruption, not as a torn tail', async () => {
    const folder = newFolder();
    await write(folder, [[[500]], [[500]], [[500]]], Number.MAX_SAFE_INTEGER);
    rmSync(join(folder, 'durable-end.json'));
    const file = lastSegment(folder);
    const bytes = readFileSync(file);
    bytes.fill(0, 100, 110);
    writeFileSync(file, bytes);
    await expect(reread(folder)).rejects.toThrow(/at byte 32/);
  });

  it('cuts garbage after the last frame', async () => {
    const folder = newFolder();
    const { written } = await write(folder, [[[10], [20]]], Number.MAX_SAFE_INTEGER);
    appendFileSync(lastSegment(folder), Buffer.alloc(5000, 0xff));
    expect(await reread(folder)).toEqual(written);
  });

  it('misses a segment that is gone', async () => {
    const folder = newFolder();
    await write(
      folder,
      Array.from({ length: 10 }, () => [[500]]),
      1000,
    );
    rmSync(lastSegment(folder));
    await expect(reread(folder)).rejects.toThrow(/missing/);
  });

  it('refuses a format of another version', async () => {
    const folder = newFolder();
    await write(folder, [[[1]]], Number.MAX_SAFE_INTEGER);
    const file = lastSegment(folder);
    const bytes = readFileSync(file);
    bytes.writeUInt32LE(99, 8);
    bytes.writeUInt32LE(crc32(bytes.subarray(0, 28)), 28);
    writeFileSync(file, bytes);
    await expect(reread(folder)).rejects.toThrow(UnsupportedLogFormatError);
  });

  it('refuses a segment in the place of another', async () => {
    const folder = newFolder();
    await write(
      folder,
      Array.from({ length: 4 }, () => [[900]]),
      500,
    );
    const [first = '', second = ''] = segments(folder);
    copyFileSync(first, second);
    await expect(reread(folder)).rejects.toThrow(CorruptLogError);
  });

  function newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'tenure-event-log-'));
    folders.push(folder);
    return folder;
  }
});

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
