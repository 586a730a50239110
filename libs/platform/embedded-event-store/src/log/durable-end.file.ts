import { writeSync } from 'node:fs';
import { open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ownIdentity, type ProcessIdentity } from './process.identity';
import { syncFolder } from './segment.file';

/** What the log held durably, at least, by word of the process that wrote it. */
export type DurableEnd = { position: number; writtenBy: ProcessIdentity };

const NAME = 'durable-end.json';
const POSITION_DIGITS = 16;
/** A reader that comes between the halves of a write finds no valid mark; the next look finds one. */
const LOOKS = 20;

/** Undefined where there is none, or none that can be relied on. */
export async function readDurableEnd(folder: string): Promise<DurableEnd | undefined> {
  for (let look = 0; look < LOOKS; look++) {
    const text = await readFile(join(folder, NAME), 'utf8').catch(() => '');
    if (text === '') return undefined;
    const mark = decode(text);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** 0 where there is no mark that can be relied on. */
export async function readDurablePosition(folder: string): Promise<number> {
  return (await readDurableEnd(folder))?.position ?? 0;
}

/** Replaces the mark, durably. */
export async function writeDurableEnd(folder: string, position: number): Promise<void> {
  const mark = await DurableEndFile.create(folder, position);
  await mark.close();
}

/**
 * The mark of a log that is written to. It moves after each sync of the log and is not synced itself: other processes
 * see it at once, and what a power cut leaves of it is an earlier mark, which holds as well.
 */
export class DurableEndFile {
  private constructor(
    private readonly handle: FileHandle,
    private readonly writtenBy: ProcessIdentity,
  ) {}

  static async create(folder: string, position: number): Promise<DurableEndFile> {
    const draft = join(folder, `${NAME}.draft`);
    const writtenBy = ownIdentity();
    const handle = await open(draft, 'w');
    try {
      await handle.writeFile(encode({ position, writtenBy }));
      await handle.sync();
      await rename(draft, join(folder, NAME));
      await syncFolder(folder);
      return new DurableEndFile(handle, writtenBy);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** In place and always of the same length: it needs no room on a full disk. Microseconds, so it may block. */
  publish(position: number): void {
    const bytes = encode({ position, writtenBy: this.writtenBy });
    if (writeSync(this.handle.fd, bytes, 0, bytes.length, 0) < bytes.length) throw new Error('a mark was half written');
  }

  async close(): Promise<void> {
    await this.handle.sync().finally(() => this.handle.close());
  }
}

function encode({ position, writtenBy }: DurableEnd): Buffer {
  const { processId, startedAt } = writtenBy;
  const content = { position: String(position).padStart(POSITION_DIGITS, '0'), processId, startedAt };
  const checksum = crc32(JSON.stringify(content)).toString(16).padStart(8, '0');
  return Buffer.from(`${JSON.stringify({ ...content, checksum })}\n`);
}

/** Whatever would not be encoded as it is was damaged. */
function decode(text: string): DurableEnd | undefined {
  const found = /^\{"position":"(\d+)","processId":(\d+),"startedAt":"([^"]*)"/.exec(text);
  if (found === null) return undefined;
  const [, position, processId, startedAt = ''] = found;
  const mark = { position: Number(position), writtenBy: { processId: Number(processId), startedAt } };
  return encode(mark).toString() === text ? mark : undefined;
}
