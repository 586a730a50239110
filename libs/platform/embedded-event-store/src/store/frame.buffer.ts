import { FRAME_HEADER_BYTES, sealFrame } from '../log/frame.codec';
import {
  recordedEventBound,
  writeRecordedEvent,
  type EventPlace,
  type ProposedEvent,
} from '../streams/recorded-event.codec';

const INITIAL_BYTES = 256 * 1024;
const KEPT_BYTES = 8 * 1024 * 1024;

/** Collects the frames of one group in memory that the next group uses again. */
export class FrameBuffer {
  private buffer = Buffer.allocUnsafe(INITIAL_BYTES);
  private length = 0;
  private frameStart = 0;
  private eventCount = 0;
  private groupPosition = 0;
  private durableBefore = 0;
  framePositions: number[] = [];

  beginGroup(position: number, durableBefore: number): void {
    if (this.buffer.length > KEPT_BYTES) this.buffer = Buffer.allocUnsafe(INITIAL_BYTES);
    this.length = 0;
    this.framePositions = [];
    this.groupPosition = position;
    this.durableBefore = durableBefore;
  }

  get bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  beginFrame(): void {
    this.frameStart = this.length;
    this.eventCount = 0;
    this.reserve(FRAME_HEADER_BYTES);
    this.length += FRAME_HEADER_BYTES;
  }

  /** Returns the event's position. */
  addEvent(event: ProposedEvent, place: Omit<EventPlace, 'position'>): number {
    this.reserve(recordedEventBound(event, place.streamName));
    const position = this.groupPosition + this.length;
    const end = writeRecordedEvent(this.buffer, this.length + 4, event, { ...place, position });
    this.buffer.writeUInt32LE(end - this.length - 4, this.length);
    this.length = end;
    this.eventCount++;
    return position;
  }

  endFrame(): void {
    const position = this.groupPosition + this.frameStart;
    const header = { position, eventCount: this.eventCount, durableBefore: this.durableBefore };
    sealFrame(this.buffer, this.frameStart, this.length, header);
    this.framePositions.push(position);
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
