import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportProblem } from '../import.problem';
import { readEntry, spoolArchive, type Spool, type SpooledEntry } from './archive.spool';

/** One CSV text, wherever it lies. Plain data: it may be opened in another thread than the one that found it. */
export interface InputFile {
  /** The path as given; for an entry of an archive `archive.tar.gz/entry.csv`. */
  readonly name: string;
  /** Bytes on disk that stand for it, for progress. */
  readonly weightBytes: number;
  readonly place: PlainPlace | SpooledEntry;
}

interface PlainPlace {
  readonly path: string;
  readonly isGzip: boolean;
  readonly sizeBytes: number;
}

export interface Input {
  readonly files: readonly InputFile[];
  readonly close: () => Promise<void>;
}

/**
 * CSV files, gzipped or not, and tar archives of such (`.tar`, `.tar.gz`, `.tgz`), told apart by their content. Files
 * come in the order given; the entries of an archive in name order, whatever their order inside.
 */
export async function openInput(paths: readonly string[], entryPattern: RegExp): Promise<Input> {
  const files: InputFile[] = [];
  const spools: Spool[] = [];
  const close = async () => void (await Promise.all(spools.map((spool) => spool.close())));
  try {
    for (const path of paths) {
      const { isGzip, isArchive, sizeBytes } = await kindOf(path);
      if (!isArchive) {
        files.push({ name: path, weightBytes: sizeBytes, place: { path, isGzip, sizeBytes } });
        continue;
      }
      const spool = await spoolArchive(path, isGzip, entryPattern);
      spools.push(spool);
      files.push(...spool.entries.map((entry) => spooledFile(path, sizeBytes, spool, entry)));
    }
    return { files, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Opens it from the start; `onShare` hears the share of it (0 to 1) that was consumed. */
export const openFile = ({ place }: InputFile, onShare?: (share: number) => void): AsyncIterable<Buffer> =>
  'path' in place ? openPlain(place, onShare) : openSpooled(place, onShare);

function openPlain({ path, isGzip, sizeBytes }: PlainPlace, onShare?: (share: number) => void): AsyncIterable<Buffer> {
  const bytes = createReadStream(path, { highWaterMark: PIECE_BYTES });
  let consumed = 0;
  bytes.on('data', (piece) => onShare?.((consumed += piece.length) / sizeBytes));
  // The reader meets the error on the stream that it iterates; pipeline hands it over.
  return isGzip ? pipeline(bytes, createGunzip({ chunkSize: PIECE_BYTES }), () => undefined) : bytes;
}

async function* openSpooled(entry: SpooledEntry, onShare?: (share: number) => void): AsyncIterable<Buffer> {
  let consumed = 0;
  for await (const piece of readEntry(entry)) {
    onShare?.((consumed += piece.length) / entry.lengthBytes);
    yield piece;
  }
}

const spooledFile = (path: string, sizeBytes: number, { totalBytes }: Spool, entry: SpooledEntry): InputFile => ({
  name: `${path}/${entry.name}`,
  weightBytes: (sizeBytes * entry.lengthBytes) / Math.max(1, totalBytes),
  place: entry,
});

async function kindOf(path: string): Promise<Omit<PlainPlace, 'path'> & { readonly isArchive: boolean }> {
  const file = await openToRead(path);
  try {
    const status = await file.stat();
    if (!status.isFile()) throw new ImportProblem([{ at: path, message: 'is not a file; name the files in it' }]);
    const start = Buffer.alloc(512);
    await file.read(start, 0, start.length, 0);
    const isGzip = start[0] === 0x1f && start[1] === 0x8b;
    const isTar = start.toString('latin1', 257, 262) === 'ustar';
    return { isGzip, isArchive: isTar || (isGzip && /\.(tar\.gz|tgz)$/i.test(path)), sizeBytes: status.size };
  } finally {
    await file.close();
  }
}

async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    const message = `can't be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new ImportProblem([{ at: path, message }]);
  }
}

const PIECE_BYTES = 256 * 1024;
