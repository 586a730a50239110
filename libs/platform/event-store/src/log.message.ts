import { ProtobufFields } from './protobuf.fields';
import { toMetadata, type Stored } from './recorded.codec';

/** What a subscription to `$all` tells, in its order. */
export type LogMessage =
  | LogEvent
  /** Seen up to here although no event says so. */
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'other' };

export interface LogEvent {
  readonly kind: 'event';
  /** The data of one that is no JSON is its bytes. */
  readonly event: Stored;
  readonly isJson: boolean;
}

/**
 * Decodes the protocol's ReadResp (streams.proto, as the official client carries it). The client would make a message
 * object per level and copy every string and byte on the way, which is half of what reading the log costs it. An event of
 * another type than the wanted ones is no more than a checkpoint.
 */
export function decodeLogMessage(bytes: Buffer, wanted?: ReadonlySet<string>): LogMessage {
  const fields = new ProtobufFields(bytes);
  let message: LogMessage = { kind: 'other' };
  for (let field = fields.next(); field !== 0; field = fields.next()) {
    if (field === READ_EVENT) message = readEvent(fields, wanted) ?? message;
    else if (field === CHECKPOINT) message = { kind: 'checkpoint', position: readCheckpoint(fields) };
    else {
      if (field === CAUGHT_UP) message = { kind: 'caught-up' };
      fields.skip();
    }
  }
  return message;
}

const READ_EVENT = 1;
const CHECKPOINT = 3;
const CAUGHT_UP = 8;

/** Undefined for a link that leads nowhere. */
function readEvent(fields: ProtobufFields, wanted: ReadonlySet<string> | undefined): LogMessage | undefined {
  let record: Found | undefined;
  fields.within((field) => {
    if (field === 1) record = readRecord(fields);
    else fields.skip();
  });
  if (record && wanted?.has(record.type) === false) return { kind: 'checkpoint', position: record.position };
  return record && toEvent(fields.bytes, record);
}

function readCheckpoint(fields: ProtobufFields): bigint {
  let position = 0n;
  fields.within((field) => {
    if (field === 1) position = fields.uint64();
    else fields.skip();
  });
  return position;
}

/** What a RecordedEvent says; metadata and data are where they begin and end. */
interface Found {
  id: string;
  stream: string;
  revision: bigint;
  position: bigint;
  type: string;
  contentType: string;
  created: string;
  metadata: Span;
  data: Span;
}

type Span = readonly [start: number, end: number];
const NOTHING: Span = [0, 0];

type FieldReader = (fields: ProtobufFields, found: Found) => void;
const skip: FieldReader = (fields) => fields.skip();

/** By field number. */
const RECORD_FIELDS: readonly FieldReader[] = [
  skip,
  (fields, found) => (found.id = readOnly(fields, 2)),
  (fields, found) => (found.stream = readOnly(fields, 3)),
  (fields, found) => (found.revision = fields.uint64()),
  skip,
  (fields, found) => (found.position = fields.uint64()),
  readSystemEntry,
  (fields, found) => (found.metadata = fields.span()),
  (fields, found) => (found.data = fields.span()),
];

function readRecord(fields: ProtobufFields): Found {
  const found: Found = {
    id: '',
    stream: '',
    revision: 0n,
    position: 0n,
    type: '',
    contentType: '',
    created: '',
    metadata: NOTHING,
    data: NOTHING,
  };
  fields.within((field) => (RECORD_FIELDS[field] ?? skip)(fields, found));
  return found;
}

/** The one field of a message that is wanted. */
function readOnly(fields: ProtobufFields, wanted: number): string {
  let text = '';
  fields.within((field) => {
    if (field === wanted) text = fields.text();
    else fields.skip();
  });
  return text;
}

/** What the server says of an event, one entry of a map. */
function readSystemEntry(fields: ProtobufFields, found: Found): void {
  let key = '';
  let value = '';
  fields.within((field) => {
    if (field === 1) key = fields.text();
    else value = fields.text();
  });
  if (key === 'type') found.type = value;
  else if (key === 'content-type') found.contentType = value;
  else if (key === 'created') found.created = value;
}

function toEvent(bytes: Buffer, found: Found): LogEvent {
  const { id, stream, revision, position, type, contentType, created, metadata, data } = found;
  const isJson = contentType === 'application/json';
  const date = dateOf(created);
  const event = {
    id,
    stream,
    revision,
    position,
    recordedAt: date.toISOString(),
    type,
    data: isJson ? jsonOrText(bytes, data) : copyOf(bytes, data),
    metadata: toMetadata(jsonOrText(bytes, metadata), date),
  };
  return { kind: 'event', event, isJson };
}

const TICK_DIGITS_BELOW_A_MILLISECOND = 4;

/** Of ticks of 100 ns since 1970. */
function dateOf(ticks: string): Date {
  const date = new Date(Number(ticks.slice(0, -TICK_DIGITS_BELOW_A_MILLISECOND)));
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}

function jsonOrText(bytes: Buffer, [start, end]: Span): unknown {
  const text = bytes.toString('utf8', start, end);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The message's bytes are part of a greater buffer, which they would keep. */
const copyOf = (bytes: Buffer, [start, end]: Span): Uint8Array => new Uint8Array(bytes.subarray(start, end));
