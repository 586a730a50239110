import { FRAME_HEADER_BYTES } from '../log/frame.codec';
import { inspectFrame, type SoundFrame } from '../log/frame.inspection';
import { CorruptLogError } from '../log/log.errors';
import { damageAt } from '../log/log.recovery';
import { openSegment, SEGMENT_HEADER_BYTES, type Segment } from '../log/segment.file';
import { SegmentWindow } from '../log/segment.window';
import { checkFrame } from './frame.check';
import type { LogExtent, SegmentExtent } from './log.extent';
import type { SnapshotCheck } from './snapshot.check';
import { StreamLedger } from './stream.ledger';

/** `offset` counts bytes from the beginning of the file. */
export type LogDamage = { file: string; offset: number; reason: string };
/** What an interrupted write left behind the last whole record; nobody was told that it is there. */
export type TornTail = { file: string; offset: number; bytes: number };

/** Walks a log from front to back, one segment after the other, and keeps account. Memory: a window and the streams' names. */
export class LogCheck {
  readonly damages: LogDamage[] = [];
  readonly ledger = new StreamLedger();
  tornTail: TornTail | undefined;
  segments = 0;
  frames = 0;
  events = 0;
  /** The position after the last sound byte. */
  end = 0;

  constructor(
    private readonly extent: LogExtent,
    private readonly snapshot: SnapshotCheck,
  ) {}

  /** Reads the file only. A damage in it makes an end of it: where its next record begins can't be known. */
  async checkSegment({ base, file, bytes }: SegmentExtent, isLast: boolean): Promise<void> {
    this.segments++;
    if (base !== this.end && this.tornTail === undefined) {
      this.report(file, 0, `the segment begins at position ${base}, the one before it ends at ${this.end}`);
    }
    this.end = base;
    try {
      const segment = { ...(await openSegment(file, base, 'r')), bytes };
      await this.walk(segment, isLast).finally(() => segment.handle.close());
    } catch (error) {
      if (!(error instanceof CorruptLogError)) throw error;
      this.report(file, error.offset, error.reason);
    }
    // What was found before goes first: the next segment is expected where this file ends.
    if (!isLast) this.end = base + bytes;
  }

  report(file: string, offset: number, reason: string): void {
    this.damages.push({ file, offset, reason });
    this.ledger.allowGaps();
  }

  private async walk(segment: Segment, isLast: boolean): Promise<void> {
    const window = new SegmentWindow(segment);
    let offset = SEGMENT_HEADER_BYTES;
    while (offset < segment.bytes) {
      const frame = inspectFrame(segment, window, offset);
      if ('flaw' in frame) {
        this.flawAt(segment, offset, frame.flaw, isLast);
        break;
      }
      this.takeFrame(segment, window.buffer, frame);
      offset += FRAME_HEADER_BYTES + frame.payloadBytes;
    }
    this.end = segment.base + offset;
  }

  private takeFrame({ base, file }: Segment, buffer: Buffer, frame: SoundFrame): void {
    this.frames++;
    this.events += frame.eventCount;
    this.snapshot.pass(buffer, frame);
    for (const { position, flaw } of checkFrame(buffer, frame, this.ledger)) this.report(file, position - base, flaw);
  }

  private flawAt(segment: Segment, offset: number, flaw: string, isLast: boolean): void {
    const damage = damageAt(segment, offset, flaw, { isLast, durableEnd: this.extent.durableEnd });
    if (damage !== undefined) this.report(segment.file, offset, damage);
    else this.tornTail = { file: segment.file, offset, bytes: segment.bytes - offset };
  }
}
