import { readSync } from 'node:fs';
import { FRAME_HEADER_BYTES, readFrameChecksum, readFrameHeader } from './frame.codec';
import { FrameIndex } from './frame.index';
import { CorruptLogError, StorageUnavailableError } from './log.errors';
import { scanSegment, type RecoveryVisitor } from './log.recovery';
import { DurableEndFile, readDurablePosition } from './durable-end.file';
import { createSegment, openSegments, SEGMENT_HEADER_BYTES, type Segment } from './segment.file';
import { writeWhole } from './whole.write';
import { errorMessageOf } from './system.error';

export type EventLogOptions = { folder: string; segmentBytes: number };
/**
 * What is known of the log already: the events before `end`, starts of frames before it (ascending), and that it was
 * durable up to `durableEnd` at least.
 */
export type KnownLog = { end: number; marks: readonly number[]; durableEnd: number };
export const NOTHING_KNOWN: KnownLog = { end: 0, marks: [], durableEnd: 0 };

/** How much of what is known is checked again on opening; older segments were closed long ago. */
const VERIFIED_BYTES = 256 * 1024 * 1024;

/** So little is read from memory sooner than another thread could begin to. */
const INLINE_BYTES = 64 * 1024;

/**
 * The durable append-only log. A position is a byte offset in the sequence of segments (headers included), so it
 * never changes. Only `append` writes, one group at a time; what it has not yet synced is not readable.
 */
export class EventLog {
  private readonly frames = new FrameIndex();
  private dirty = false;
  private durableEnd: DurableEndFile | undefined;

  private constructor(
    private readonly options: EventLogOptions,
    private readonly segments: [Segment, ...Segment[]],
    private tail: Segment,
  ) {}

  /** Opens the files; `recover` must follow before anything else. */
  static async open(options: EventLogOptions): Promise<EventLog> {
    const segments = await openSegments(options.folder);
    const [first = await createSegment(options.folder, 0), ...rest] = segments;
    return new EventLog(options, [first, ...rest], rest.at(-1) ?? first);
  }

  /**
   * Cuts a torn tail and hands over, in order, the events from `known.end` on. Refuses damage of any other kind,
   * looking at everything from `known.end` on and at the newest part of what is before it.
   */
  async recover(known: KnownLog, onEvent: RecoveryVisitor['event']): Promise<void> {
    for (const mark of known.marks) this.frames.add(mark);
    const durableEnd = Math.max(known.durableEnd, await readDurablePosition(this.options.folder));
    const verifyFrom = known.end > VERIFIED_BYTES ? (this.frames.floor(known.end - VERIFIED_BYTES) ?? 0) : 0;
    const visitor = { from: known.end, frame: (position: number) => this.frames.add(position), event: onEvent };
    for (const segment of this.segments) {
      const sound = scanSegment(segment, { isLast: segment === this.tail, durableEnd, verifyFrom }, visitor);
      if (sound < segment.bytes) {
        await segment.handle.truncate(sound);
        segment.bytes = sound;
      }
    }
    if (this.end < durableEnd) {
      throw new CorruptLogError(this.tail.file, this.tail.bytes, 'records synced before are missing');
    }
    // A process that was killed may have left sound frames that were never synced: readers must not see them go.
    await this.tail.handle.sync();
    this.durableEnd = await DurableEndFile.create(this.options.folder, this.end);
  }

  /** Marks of frames in the log, from which `recover` can go on. */
  get marks(): readonly number[] {
    return this.frames.marks;
  }

  /** The checksum of the frame that begins at a position; undefined where none does. */
  frameChecksum(position: number): number | undefined {
    if (position >= this.end) return undefined;
    const bytes = this.readSync(position, FRAME_HEADER_BYTES);
    if (bytes.length < FRAME_HEADER_BYTES || readFrameHeader(bytes, 0)?.position !== position) return undefined;
    return readFrameChecksum(bytes, 0);
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
      await writeWhole(this.tail.handle, group, this.tail.bytes);
      await this.tail.handle.datasync();
      this.durableEnd?.publish(this.end + group.length);
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
    // What live subscriptions read was written a moment ago and is in memory still: not worth another thread.
    if (this.end - position <= INLINE_BYTES) return this.readSync(position, length);
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

  /** Closes; the mark of the end stays, so that a later loss of acknowledged bytes is noticed. */
  async close(): Promise<void> {
    if (this.dirty) await this.discardUnsynced().catch(() => undefined);
    await this.durableEnd?.close().catch(() => undefined);
    await this.abandon();
  }

  /** Closes the files of a log that could not be recovered. */
  async abandon(): Promise<void> {
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
}
