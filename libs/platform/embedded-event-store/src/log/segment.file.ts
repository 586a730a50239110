import { open, readdir, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { CorruptLogError, UnsupportedLogFormatError } from './log.errors';
import { writeWhole } from './whole.write';

/** Header of a segment: magic (8) | format version u32 | reserved u32 | base position u64 | reserved u32 | crc32 u32. */
export const SEGMENT_HEADER_BYTES = 32;
export const FORMAT_VERSION = 1;
const MAGIC = 'TENURELG';
const VERSION_OFFSET = 8;
const CHECKSUM_OFFSET = 28;
const NAME = /^segment-(\d{16})\.log$/;

/** A file of the log: the bytes from position `base` (its header included) to `base + bytes`, all of them durable. */
export type Segment = { base: number; bytes: number; file: string; handle: FileHandle };

/** The files of the log in the order of their names, which say where each begins. */
export async function listSegments(folder: string): Promise<{ base: number; file: string }[]> {
  const found = (await readdir(folder)).flatMap((name) => {
    const base = NAME.exec(name)?.[1];
    return base === undefined ? [] : [{ base: Number(base), file: join(folder, name) }];
  });
  return found.sort((left, right) => left.base - right.base);
}

/** All segments in order, each beginning where the one before it ends; for writing. */
export async function openSegments(folder: string): Promise<Segment[]> {
  const segments: Segment[] = [];
  let end = 0;
  try {
    for (const { base, file } of await listSegments(folder)) {
      if (base !== end) throw new CorruptLogError(file, 0, `the segment should begin at position ${end}`);
      const segment = await openSegment(file, base, 'r+');
      segments.push(segment);
      end += segment.bytes;
    }
    return segments;
  } catch (error) {
    await Promise.all(segments.map(({ handle }) => handle.close()));
    throw error;
  }
}

/** The file gets its name once its header is durable, so that a segment without one is never a matter of chance. */
export async function createSegment(folder: string, base: number): Promise<Segment> {
  const file = join(folder, `segment-${String(base).padStart(16, '0')}.log`);
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w+');
  try {
    await writeWhole(handle, encodeHeader(base), 0);
    await handle.sync();
    await rename(draft, file);
    await syncFolder(folder);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return { base, bytes: SEGMENT_HEADER_BYTES, file, handle };
}

/** Throws CorruptLogError or UnsupportedLogFormatError. */
export async function openSegment(file: string, base: number, mode: 'r' | 'r+'): Promise<Segment> {
  const handle = await open(file, mode);
  try {
    const { size } = await handle.stat();
    const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
    await handle.read(header, 0, SEGMENT_HEADER_BYTES, 0);
    if (header.equals(encodeHeader(base))) return { base, bytes: size, file, handle };
    // Magic, version and checksum stay where they are in every version of the format.
    const version = header.readUInt32LE(VERSION_OFFSET);
    if (isSealed(header) && version !== FORMAT_VERSION) {
      throw new UnsupportedLogFormatError(file, version, FORMAT_VERSION);
    }
    throw new CorruptLogError(file, 0, 'the header of the segment is damaged');
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function encodeHeader(base: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt32LE(FORMAT_VERSION, VERSION_OFFSET);
  header.writeBigUInt64LE(BigInt(base), 16);
  header.writeUInt32LE(crc32(header.subarray(0, CHECKSUM_OFFSET)), CHECKSUM_OFFSET);
  return header;
}

function isSealed(header: Buffer): boolean {
  const checksum = crc32(header.subarray(0, CHECKSUM_OFFSET));
  return header.toString('latin1', 0, MAGIC.length) === MAGIC && header.readUInt32LE(CHECKSUM_OFFSET) === checksum;
}
