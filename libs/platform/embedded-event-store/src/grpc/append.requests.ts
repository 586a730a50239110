import { MAX_APPEND_BYTES } from './append.limits';
import { ProtobufReader } from '../protobuf/protobuf.reader';
import { readEntry, readStreamName, type ProposedEvent } from '../streams/recorded-event.codec';
import type { ExpectedRevision } from '../store/append.decision';
import { readUuid } from './uuid.codec';

export type AppendOptions = { streamName: string; expected: ExpectedRevision; deadlineMs: number };
/** `problem` says what makes an event unacceptable, in words for its sender. */
export type ParsedEvent = { event: ProposedEvent; problem?: string };
export type BatchAppendRequest = {
  /** The UUID message as it came, to be sent back. */
  correlationId: Buffer;
  options?: AppendOptions;
  events: ParsedEvent[];
  isFinal: boolean;
};
export type AppendRequest = { options?: AppendOptions; event?: ParsedEvent };

export function readBatchAppendRequest(message: Buffer): BatchAppendRequest {
  const request: BatchAppendRequest = { correlationId: Buffer.alloc(0), events: [], isFinal: false };
  const reader = new ProtobufReader(message);
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) request.correlationId = reader.bytes();
    else if (field === 2) request.options = readAppendOptions(reader.message());
    else if (field === 3) request.events.push(readProposedEvent(reader.message()));
    else if (field === 4) request.isFinal = reader.uint() !== 0;
    else reader.skip();
  }
  return request;
}

export function readAppendRequest(message: Buffer): AppendRequest {
  const request: AppendRequest = {};
  const reader = new ProtobufReader(message);
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) request.options = readAppendOptions(reader.message());
    else if (field === 2) request.event = readProposedEvent(reader.message());
    else reader.skip();
  }
  return request;
}

/** DeleteReq and TombstoneReq have the same shape. */
export function readDeleteRequest(message: Buffer): AppendOptions {
  return readAppendRequest(message).options ?? readAppendOptions(new ProtobufReader(Buffer.alloc(0)));
}

/** How the server counts an event against the limit of an append. */
export function appendSize({ data, metadata, type }: ProposedEvent): number {
  return data.length + metadata.length + 2 * type.length;
}

export function isOversize(bytes: number): boolean {
  return bytes > MAX_APPEND_BYTES;
}

function readAppendOptions(reader: ProtobufReader): AppendOptions {
  const options: AppendOptions = { streamName: '', expected: 'any', deadlineMs: Number.POSITIVE_INFINITY };
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) options.streamName = readStreamName(reader.message());
    else if (field === 2) options.expected = reader.uint();
    else if (field === 6) options.deadlineMs = readTimestamp(reader.message());
    else {
      if (field === 3) options.expected = 'no_stream';
      else if (field === 4) options.expected = 'any';
      else if (field === 5) options.expected = 'stream_exists';
      reader.skip();
    }
  }
  return options;
}

function readTimestamp(reader: ProtobufReader): number {
  let milliseconds = 0;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) milliseconds += reader.uint() * 1000;
    else if (field === 2) milliseconds += Math.floor(reader.uint() / 1_000_000);
    else reader.skip();
  }
  return milliseconds;
}

function readProposedEvent(reader: ProtobufReader): ParsedEvent {
  const event: ProposedEvent = { id: '', type: '', contentType: '', data: NOTHING, metadata: NOTHING };
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) event.id = readUuid(reader.message());
    else if (field === 2) {
      const [key, value] = readEntry(reader.message());
      if (key === 'type') event.type = value;
      else if (key === 'content-type') event.contentType = value;
    } else if (field === 3) event.metadata = reader.bytes();
    else if (field === 4) event.data = reader.bytes();
    else reader.skip();
  }
  return { event, problem: problemOf(event) };
}

function problemOf({ id, type }: ProposedEvent): string | undefined {
  if (id === '') return 'the id of an event is not a UUID';
  return type === '' ? 'the type of an event is empty' : undefined;
}

const NOTHING = Buffer.alloc(0);
