import { ProtobufReader } from '../protobuf/protobuf.reader';
import { readStreamName } from '../streams/recorded-event.codec';
import type { FilterSpecification } from '../store/event.filter';

/** A revision of a stream, or a position of `$all`. */
export type StartPoint = number | 'start' | 'end';
export type ReadRequest = {
  /** Undefined for `$all`. */
  streamName: string | undefined;
  from: StartPoint;
  isBackwards: boolean;
  resolveLinks: boolean;
  /** Infinite where none is given. */
  maxCount: number;
  isSubscription: boolean;
  filter: FilterSpecification | undefined;
  hasStructuredIds: boolean;
};

const DEFAULT_WINDOW = 32;

export function readReadRequest(message: Buffer): ReadRequest {
  const request: ReadRequest = {
    streamName: undefined,
    from: 'start',
    isBackwards: false,
    resolveLinks: false,
    maxCount: Number.POSITIVE_INFINITY,
    isSubscription: false,
    filter: undefined,
    hasStructuredIds: false,
  };
  const outer = new ProtobufReader(message);
  for (let field = outer.field(); field !== 0; field = outer.field()) {
    if (field === 1) readOptions(outer.message(), request);
    else outer.skip();
  }
  return request;
}

function readOptions(reader: ProtobufReader, request: ReadRequest): void {
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) readStreamOptions(reader.message(), request);
    else if (field === 2) readAllOptions(reader.message(), request);
    else readOption(field, reader, request);
  }
}

function readOption(field: number, reader: ProtobufReader, request: ReadRequest): void {
  if (field === 3) request.isBackwards = reader.uint() === 1;
  else if (field === 4) request.resolveLinks = reader.uint() !== 0;
  else if (field === 5) request.maxCount = reader.uint();
  else if (field === 7) request.filter = readFilter(reader.message());
  else if (field === 9) request.hasStructuredIds = reader.message().field() === 1;
  else {
    if (field === 6) request.isSubscription = true;
    reader.skip();
  }
}

function readStreamOptions(reader: ProtobufReader, request: ReadRequest): void {
  request.streamName = '';
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) request.streamName = readStreamName(reader.message());
    else if (field === 2) request.from = reader.uint();
    else {
      if (field === 3) request.from = 'start';
      if (field === 4) request.from = 'end';
      reader.skip();
    }
  }
}

function readAllOptions(reader: ProtobufReader, request: ReadRequest): void {
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) request.from = readPosition(reader.message());
    else {
      if (field === 2) request.from = 'start';
      if (field === 3) request.from = 'end';
      reader.skip();
    }
  }
}

function readPosition(reader: ProtobufReader): number {
  let commit = 0;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) commit = reader.uint();
    else reader.skip();
  }
  return commit;
}

function readFilter(reader: ProtobufReader): FilterSpecification {
  const filter: FilterSpecification = { on: 'type', prefixes: [], pattern: '', checkpointInterval: 0 };
  let window = DEFAULT_WINDOW;
  let multiplier = 1;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1 || field === 2) {
      filter.on = field === 1 ? 'stream' : 'type';
      readExpression(reader.message(), filter);
    } else if (field === 3) window = reader.uint();
    else if (field === 5) multiplier = reader.uint();
    else reader.skip();
  }
  return { ...filter, checkpointInterval: Math.max(1, window) * Math.max(1, multiplier) };
}

function readExpression(reader: ProtobufReader, filter: FilterSpecification): void {
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) filter.pattern = reader.text();
    else if (field === 2) filter.prefixes.push(reader.text());
    else reader.skip();
  }
}
