import {
  bytesField,
  emptyField,
  messageField,
  numberField,
  varintSize,
  writeVarint,
} from '../protobuf/protobuf.writer';
import type { LoggedEvent } from '../log/logged-event';
import type { ResolvedEvent } from '../store/link.resolver';
import { ID_BYTES, ID_PREFIX, eventIdOf } from '../streams/recorded-event.codec';
import { framed } from './message.assembler';
import { structuredUuid } from './uuid.codec';

const LEAST_BYTES = 1024;
const MOST_BYTES_AHEAD = 96 * 1024;

/** Collects ReadResp messages, prefixes included, so that many leave in one write. Records are copied as they are. */
export class ReadResponses {
  private buffer = Buffer.alloc(0);
  private length = 0;
  /** Given at first: by what was collected last. A live event is small, and large buffers for each keep the collector busy. */
  private bytesAhead = LEAST_BYTES;

  constructor(private readonly hasStructuredIds: boolean) {}

  get bytes(): number {
    return this.length;
  }

  /** What was collected; the next message starts afresh. */
  take(): Buffer {
    const taken = this.buffer.subarray(0, this.length);
    this.bytesAhead = Math.min(Math.max(LEAST_BYTES, 2 * this.length), MOST_BYTES_AHEAD);
    this.buffer = Buffer.alloc(0);
    this.length = 0;
    return taken;
  }

  addEvent(resolved: ResolvedEvent, position: number): void {
    const event = resolved.event && this.record(resolved.event);
    const link = resolved.link && this.record(resolved.link);
    const content = fieldSize(event) + fieldSize(link) + 1 + varintSize(position);
    const message = 1 + varintSize(content) + content;
    this.reserve(5 + message);
    this.buffer[this.length] = 0;
    this.buffer.writeUInt32BE(message, this.length + 1);
    this.buffer[this.length + 5] = 0x0a;
    let at = writeVarint(this.buffer, content, this.length + 6);
    at = this.writeRecord(0x0a, event, at);
    at = this.writeRecord(0x12, link, at);
    this.buffer[at] = 0x18;
    this.length = writeVarint(this.buffer, position, at + 1);
  }

  addConfirmation(subscriptionId: string): void {
    this.add(messageField(2, bytesField(1, subscriptionId)));
  }

  addCheckpoint(position: number): void {
    this.add(messageField(3, numberField(1, position), numberField(2, position)));
  }

  addStreamNotFound(streamName: string): void {
    this.add(messageField(4, messageField(1, bytesField(3, streamName))));
  }

  addCaughtUp(): void {
    this.add(emptyField(8));
  }

  private add(message: Buffer): void {
    const bytes = framed(message);
    this.reserve(bytes.length);
    this.length += bytes.copy(this.buffer, this.length);
  }

  private record(event: LoggedEvent): LoggedEvent {
    if (!this.hasStructuredIds) return event;
    const rest = event.buffer.subarray(event.start + ID_PREFIX.length + ID_BYTES, event.end);
    const id = structuredUuid(eventIdOf(event));
    const buffer = Buffer.concat([Buffer.from([0x0a, id.length]), id, rest]);
    return { buffer, start: 0, end: buffer.length, position: event.position };
  }

  private writeRecord(tag: number, record: LoggedEvent | undefined, offset: number): number {
    if (record === undefined) return offset;
    this.buffer[offset] = tag;
    const at = writeVarint(this.buffer, record.end - record.start, offset + 1);
    return at + record.buffer.copy(this.buffer, at, record.start, record.end);
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytesAhead, this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}

function fieldSize(record: LoggedEvent | undefined): number {
  if (record === undefined) return 0;
  const bytes = record.end - record.start;
  return 1 + varintSize(bytes) + bytes;
}
