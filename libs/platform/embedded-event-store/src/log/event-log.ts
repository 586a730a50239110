import { readSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { FrameIndex } from './frame.index';
import { CorruptLogError, StorageUnavailableError } from './log.errors';
import { scanSegment, type RecoveryVisitor } from './log.recovery';
import { readDurableEnd, writeDurableEnd } from './durable-end.file';
import {
  createSegment,
  listSegments,
  openSegment,
  syncFolder,
  SEGMENT_HEADER_BYTES,
  type Segment,
} from './segment.file';
import { errorMessageOf } from './system.error';

export type EventLogOptions = { folder: string; segmentBytes: number };

/**
 * The durable append-only log. A position is a byte offset in the sequence of segments (headers included), so it
 * never changes. Only `append` writes, one group at a time; what it has not yet synced is not readable.
 */
export class EventLog {
  private readonly frames = new FrameIndex();
  private dirty = false;

  private constructor(
    private readonly options: EventLogOptions,
    private readonly segments: [Segment, ...Segment[]],
    private tail: Segment,
  ) {}

  /** Checks every record, cuts a torn tail and hands over all events in order; refuses damage of any other kind. */
  static async open(options: EventLogOptions, onEvent: RecoveryVisitor['event']): Promise<EventLog> {
    const segments = await openSegments(options.folder);
    try {
      const [first, ...rest] = segments;
      const tail = segments.at(-1);
      const opened = first ?? (await createSegment(options.folder, 0));
      const log = new EventLog(options, [opened, ...rest], tail ?? opened);
      await log.recover(onEvent);
      return log;
    } catch (error) {
      await Promise.all(segments.map(({ handle }) => handle.close().catch(() => undefined)));
      throw error;
    }
  }

  /** The position after the last durable byte. */
  get end(): number {
    return this.tail.base + this.tail.bytes;
  }

  /** Where the next group will begin; a full segment is closed first. */
  get nextGroupPosition(): number {
    return this.isTailFull ? this.end + SEGMENT_HEADER_BYTES : this.end;
  }

  /** Writes and syncs frames made for `nextGroupPosition`. When it throws, nothing of the group is in the log. */
  async append(group: Buffer, framePositions: readonly number[]): Promise<void> {
    try {
      if (this.dirty) await this.discardUnsynced();
      if (this.isTailFull) await this.beginSegment();
      this.dirty = true;
      await writeFully(this.tail, group);
      await this.tail.handle.datasync();
      this.dirty = false;
    } catch (error) {
      await this.discardUnsynced().catch(() => undefined);
      const reason = errorMessageOf(error);
      throw new StorageUnavailableError(`the event store can't write to its data folder: ${reason}`, { cause: error });
    }
    this.tail.bytes += group.length;
    for (const position of framePositions) this.frames.add(position);
  }

  /** Up to `length` durable bytes from `position`, never across the end of a segment. */
  readSync(position: number, length: number): Buffer {
    const segment = this.segmentAt(position);
    const offset = position - segment.base;
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, segment.bytes - offset)));
    return buffer.subarray(0, readSync(segment.handle.fd, buffer, 0, buffer.length, offset));
  }

  async read(position: number, length: number): Promise<Buffer> {
    const segment = this.segmentAt(position);
    const offset = position - segment.base;
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, segment.bytes - offset)));
    const { bytesRead } = await segment.handle.read(buffer, 0, buffer.length, offset);
    return buffer.subarray(0, bytesRead);
  }

  /** The first position at or after `position` where a frame can lie: skips the header of a segment. */
  skipHeader(position: number): number {
    const segment = this.segmentAt(position);
    return Math.max(position, segment.base + SEGMENT_HEADER_BYTES);
  }

  /** The start of a frame at or before `position` (at most some 64 KB and one frame before it); undefined when empty. */
  frameBefore(position: number): number | undefined {
    return this.frames.floor(position);
  }

  /** Syncs and closes; remembers the end, so that a later loss of acknowledged bytes is noticed. */
  async close(): Promise<void> {
    if (this.dirty) await this.discardUnsynced().catch(() => undefined);
    await writeDurableEnd(this.options.folder, this.end).catch(() => undefined);
    await Promise.all(this.segments.map(({ handle }) => handle.close()));
  }

  private get isTailFull(): boolean {
    return this.tail.bytes >= this.options.segmentBytes;
  }

  private segmentAt(position: number): Segment {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.segments[middle]?.base ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return this.segments[low] ?? this.segments[0];
  }

  private async beginSegment(): Promise<void> {
    const segment = await createSegment(this.options.folder, this.end);
    this.segments.push(segment);
    this.tail = segment;
  }

  private async discardUnsynced(): Promise<void> {
    await this.tail.handle.truncate(this.tail.bytes);
    this.dirty = false;
  }

  private async recover(onEvent: RecoveryVisitor['event']): Promise<void> {
    const durableEnd = await readDurableEnd(this.options.folder);
    const visitor = { frame: (position: number) => this.frames.add(position), event: onEvent };
    for (const segment of this.segments) {
      const sound = scanSegment(segment, { isLast: segment === this.tail, durableEnd }, visitor);
      if (sound < segment.bytes) {
        await segment.handle.truncate(sound);
        segment.bytes = sound;
      }
    }
    if (this.end < durableEnd)
      throw new CorruptLogError(this.tail.file, this.tail.bytes, 'records synced before are missing');
    // A process that was killed may have left sound frames that were never synced: readers must not see them go.
    await this.tail.handle.sync();
  }
}

async function openSegments(folder: string): Promise<Segment[]> {
  const files = await listSegments(folder);
  const segments: Segment[] = [];
  try {
    for (const [index, { base, file }] of files.entries()) {
      const segment = await openSegment(file, base);
      const expected = segments.reduce((end, { bytes }) => end + bytes, 0);
      if (segment === undefined && index === files.length - 1) {
        await rm(file);
        await syncFolder(folder);
      } else if (segment === undefined || base !== expected) {
        await segment?.handle.close();
        throw new CorruptLogError(file, 0, `the segment should begin at position ${expected}`);
      } else segments.push(segment);
    }
    return segments;
  } catch (error) {
    await Promise.all(segments.map(({ handle }) => handle.close()));
    throw error;
  }
}

async function writeFully({ handle, bytes }: Segment, content: Buffer): Promise<void> {
  let written = 0;
  while (written < content.length) {
    const { bytesWritten } = await handle.write(content, written, content.length - written, bytes + written);
    written += bytesWritten;
  }
}
