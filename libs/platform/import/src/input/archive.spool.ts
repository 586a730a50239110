import { createReadStream, read } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { ImportProblem } from '../import.problem';

/** Where an entry lies. Plain data: any thread of the process can read it while the spool is open. */
export interface SpooledEntry {
  readonly name: string;
  readonly descriptor: number;
  readonly startByte: number;
  readonly lengthBytes: number;
}

/** The entries of an archive, unpacked end to end into one temporary file. */
export interface Spool {
  readonly entries: readonly SpooledEntry[];
  readonly totalBytes: number;
  readonly close: () => Promise<void>;
}

/** Unpacks the entries whose name matches, and answers them in name order. */
export async function spoolArchive(path: string, isGzip: boolean, entryPattern: RegExp): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-import-'));
  const file = await open(join(folder, 'entries'), 'w+');
  // An open file needs no name: unlinked at once, nothing is left behind however the process ends.
  await rm(folder, { recursive: true, force: true });
  try {
    const entries = await unpack(path, isGzip, entryPattern, file);
    return {
      entries: entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
      totalBytes: entries.reduce((total, { lengthBytes }) => total + lengthBytes, 0),
      close: () => file.close(),
    };
  } catch (cause) {
    await file.close();
    throw new ImportProblem([{ at: path, message: `the archive can't be unpacked: ${messageOf(cause)}` }]);
  }
}

async function unpack(path: string, isGzip: boolean, pattern: RegExp, file: FileHandle): Promise<SpooledEntry[]> {
  const archive = extract();
  const source = createReadStream(path, { highWaterMark: PIECE_BYTES });
  const unpacked = isGzip
    ? pipeline(source, createGunzip({ chunkSize: PIECE_BYTES }), archive)
    : pipeline(source, archive);
  const entries: SpooledEntry[] = [];
  let position = 0;
  const collect = async () => {
    for await (const entry of archive) {
      const startByte = position;
      const isWanted = entry.header.type === 'file' && pattern.test(entry.header.name);
      for await (const piece of bytesOf(entry)) {
        if (isWanted) position += (await file.write(piece, 0, piece.length, position)).bytesWritten;
      }
      if (isWanted)
        entries.push({ name: entry.header.name, descriptor: file.fd, startByte, lengthBytes: position - startByte });
    }
  };
  await Promise.all([unpacked, collect()]);
  return entries;
}

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncIterable<Buffer> {
  for await (const piece of entry) if (Buffer.isBuffer(piece)) yield piece;
}

/** The first piece is small: often no more than the header is wanted. */
export async function* readEntry({ descriptor, startByte, lengthBytes }: SpooledEntry): AsyncIterable<Buffer> {
  const end = startByte + lengthBytes;
  for (let position = startByte; position < end;) {
    const mostBytes = position === startByte ? FIRST_PIECE_BYTES : PIECE_BYTES;
    const piece = Buffer.allocUnsafe(Math.min(mostBytes, end - position));
    const { bytesRead } = await readBytes(descriptor, piece, 0, piece.length, position);
    if (bytesRead === 0) throw new Error(`the unpacked archive ends ${end - position} bytes early`);
    position += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
const readBytes = promisify(read);
const FIRST_PIECE_BYTES = 8 * 1024;
const PIECE_BYTES = 256 * 1024;
