import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { syncFolder } from '../log/segment.file';
import { writeWhole } from '../log/whole.write';

/** What a snapshot covers: all of the log before `end`, whose frame at `anchor` has the checksum `anchorChecksum`. */
export type SnapshotCover = { end: number; anchor: number; anchorChecksum: number };
export type Snapshot = SnapshotCover & { content: Buffer };

const NAME = 'index-snapshot.bin';
const MAGIC = 'TENUREIX';
const VERSION = 1;
/** magic (8) | version u32 | end u64 | anchor u64 | anchor checksum u32 | crc32 u32 of the content and of what precedes it. */
const HEADER_BYTES = 36;
const CHECKSUM_OFFSET = 32;

/** Undefined where there is none, or none that can be relied on: the index is then read from the log. */
export async function readSnapshot(folder: string): Promise<Snapshot | undefined> {
  const found = await inspectSnapshot(folder);
  return found.kind === 'sound' ? found.snapshot : undefined;
}

export type SnapshotInspection =
  { kind: 'none' } | { kind: 'damaged'; flaw: string } | { kind: 'sound'; snapshot: Snapshot };

export const snapshotFile = (folder: string): string => join(folder, NAME);

export async function inspectSnapshot(folder: string): Promise<SnapshotInspection> {
  const bytes = await readFile(snapshotFile(folder)).catch(() => undefined);
  if (bytes === undefined) return { kind: 'none' };
  if (bytes.length < HEADER_BYTES) return { kind: 'damaged', flaw: 'the header of the snapshot ends too early' };
  const content = bytes.subarray(HEADER_BYTES);
  if (bytes.readUInt32LE(CHECKSUM_OFFSET) !== crc32(bytes.subarray(0, CHECKSUM_OFFSET), crc32(content))) {
    return { kind: 'damaged', flaw: 'the snapshot fails its checksum' };
  }
  // A snapshot of another version is made anew, as if there were none.
  if (bytes.toString('latin1', 0, 8) !== MAGIC || bytes.readUInt32LE(8) !== VERSION) return { kind: 'none' };
  const end = Number(bytes.readBigUInt64LE(12));
  const anchor = Number(bytes.readBigUInt64LE(20));
  return { kind: 'sound', snapshot: { end, anchor, anchorChecksum: bytes.readUInt32LE(28), content } };
}

/** Replaces the snapshot at once or not at all, and lets others run between two chunks. */
export async function writeSnapshot(folder: string, cover: SnapshotCover, content: Iterable<Buffer>): Promise<void> {
  const draft = `${snapshotFile(folder)}.draft`;
  const handle = await open(draft, 'w');
  try {
    let checksum = 0;
    let offset = HEADER_BYTES;
    for (const chunk of content) {
      await writeWhole(handle, chunk, offset);
      checksum = crc32(chunk, checksum);
      offset += chunk.length;
      await nextTurn();
    }
    await writeWhole(handle, encodeHeader(cover, checksum), 0);
    await handle.sync();
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(draft, snapshotFile(folder));
  await syncFolder(folder);
}

function encodeHeader({ end, anchor, anchorChecksum }: SnapshotCover, contentChecksum: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt32LE(VERSION, 8);
  header.writeBigUInt64LE(BigInt(end), 12);
  header.writeBigUInt64LE(BigInt(anchor), 20);
  header.writeUInt32LE(anchorChecksum, 28);
  header.writeUInt32LE(crc32(header.subarray(0, CHECKSUM_OFFSET), contentChecksum), CHECKSUM_OFFSET);
  return header;
}
