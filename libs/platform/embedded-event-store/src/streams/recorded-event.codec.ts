import { ProtobufReader } from '../protobuf/protobuf.reader';
import { writeVarint } from '../protobuf/protobuf.writer';
import type { LoggedEvent } from '../log/logged-event';

/** An event as a writer proposes it. `id` is a lower-case UUID of 36 characters; `type` is not empty. */
export type ProposedEvent = { id: string; type: string; contentType: string; data: Buffer; metadata: Buffer };
export type EventPlace = { streamName: string; revision: number; position: number; createdMs: number };
export type RecordedEvent = EventPlace & { id: string; type: string; contentType: string; data: Buffer };

/** A tombstone's revision: int64.max on the wire, infinite here, beyond any that an append reaches. */
export const TOMBSTONE_REVISION = Number.POSITIVE_INFINITY;
/** Every record begins with its id: tag, length, tag of the text form, length, then 36 characters. */
export const ID_PREFIX = Buffer.from([0x0a, 38, 0x12, 36]);
export const ID_BYTES = 36;
const INT64_MAX = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);
const TICKS_PER_MS = 10_000;

/** An upper bound of what `writeRecordedEvent` needs. */
export function recordedEventBound(event: ProposedEvent, streamName: string): number {
  const texts = (streamName.length + event.type.length + event.contentType.length) * 3;
  return 192 + texts + event.data.length + event.metadata.length;
}

/** Writes the RecordedEvent message (as readers get it) and returns the offset after it. */
export function writeRecordedEvent(target: Buffer, start: number, event: ProposedEvent, place: EventPlace): number {
  ID_PREFIX.copy(target, start);
  let at = start + ID_PREFIX.length + target.write(event.id, start + ID_PREFIX.length, 'latin1');
  const nameBytes = Buffer.byteLength(place.streamName);
  target[at++] = 0x12;
  at = writeVarint(target, nameBytes + 1 + sizeOfLength(nameBytes), at);
  at = writeText(target, 0x1a, place.streamName, nameBytes, at);
  target[at++] = 0x18;
  if (place.revision === TOMBSTONE_REVISION) at += INT64_MAX.copy(target, at);
  else at = writeVarint(target, place.revision, at);
  target[at++] = 0x20;
  at = writeVarint(target, place.position, at);
  target[at++] = 0x28;
  at = writeVarint(target, place.position, at);
  at = writeEntry(target, 'type', event.type, at);
  at = writeEntry(target, 'content-type', event.contentType, at);
  at = writeEntry(target, 'created', `${place.createdMs * TICKS_PER_MS}`, at);
  at = writeBytes(target, 0x3a, event.metadata, at);
  return writeBytes(target, 0x42, event.data, at);
}

export function eventIdOf({ buffer, start }: LoggedEvent): string {
  return buffer.toString('latin1', start + ID_PREFIX.length, start + ID_PREFIX.length + ID_BYTES);
}

export function readRecordedEvent(logged: LoggedEvent): RecordedEvent {
  const event: RecordedEvent = {
    id: eventIdOf(logged),
    streamName: '',
    revision: 0,
    position: logged.position,
    createdMs: 0,
    type: '',
    contentType: '',
    data: Buffer.alloc(0),
  };
  const reader = new ProtobufReader(logged.buffer, logged.start, logged.end);
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 2) event.streamName = readStreamName(reader.message());
    else if (field === 3) event.revision = asRevision(reader.uint());
    else if (field === 6) setProperty(event, readEntry(reader.message()));
    else if (field === 8) event.data = reader.bytes();
    else reader.skip();
  }
  return event;
}

function setProperty(event: RecordedEvent, [key, value]: [string, string]): void {
  if (key === 'type') event.type = value;
  else if (key === 'content-type') event.contentType = value;
  else if (key === 'created') event.createdMs = Number(value) / TICKS_PER_MS;
}

export function readStreamName(reader: ProtobufReader): string {
  let name = '';
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 3) name = reader.text();
    else reader.skip();
  }
  return name;
}

/** An entry of map<string, string>. */
export function readEntry(reader: ProtobufReader): [string, string] {
  const entry: [string, string] = ['', ''];
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) entry[0] = reader.text();
    else if (field === 2) entry[1] = reader.text();
    else reader.skip();
  }
  return entry;
}

function asRevision(value: number): number {
  return value >= 2 ** 62 ? TOMBSTONE_REVISION : value;
}

function sizeOfLength(length: number): number {
  return length < 0x80 ? 1 : length < 0x4000 ? 2 : length < 0x200000 ? 3 : 4;
}

function writeText(target: Buffer, tag: number, text: string, byteLength: number, offset: number): number {
  target[offset] = tag;
  const at = writeVarint(target, byteLength, offset + 1);
  return at + target.write(text, at);
}

function writeEntry(target: Buffer, key: string, value: string, offset: number): number {
  const valueBytes = Buffer.byteLength(value);
  target[offset] = 0x32;
  const size = 2 + key.length + 1 + sizeOfLength(valueBytes) + valueBytes;
  const at = writeText(target, 0x0a, key, key.length, writeVarint(target, size, offset + 1));
  return writeText(target, 0x12, value, valueBytes, at);
}

function writeBytes(target: Buffer, tag: number, bytes: Buffer, offset: number): number {
  if (bytes.length === 0) return offset;
  target[offset] = tag;
  const at = writeVarint(target, bytes.length, offset + 1);
  return at + bytes.copy(target, at);
}
