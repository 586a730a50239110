import { ByteSink, type ByteSource } from './byte.stream';
import type { EventIdCache } from './event-id.cache';
import type { StreamEntry, StreamIndex } from './stream.index';
import { NO_METADATA, parseStreamMetadata } from './stream.metadata';

export type IndexState = { index: StreamIndex; ids: EventIdCache };
const NONE = Buffer.alloc(0);
const YIELD_EVERY = 10_000;

/**
 * The index of all events before `end`, as bytes. It may go on changing between two chunks: what is added by then lies
 * at or after `end`, from where the log is read again, and to see a change of metadata twice does no harm.
 */
export function* encodeIndex({ index, ids }: IndexState, end: number): Generator<Buffer> {
  const sink = new ByteSink();
  const numbers = new Map<string, number>();
  for (const entry of index.entries()) {
    numbers.set(entry.name, numbers.size);
    yield* encodeStream(sink, entry, end);
  }
  // An empty name can't be a stream's: it ends the list.
  sink.bytes(NONE);
  for (const [id, { streamName, revision }] of ids.entries()) {
    const number = numbers.get(streamName);
    if (number === undefined || !Number.isFinite(revision)) continue;
    sink.bytes(Buffer.from(id.replaceAll('-', ''), 'hex'));
    sink.number(number);
    sink.number(revision);
    yield* sink.take(false);
  }
  sink.bytes(NONE);
  yield* sink.take(true);
}

/** Fills an empty index; throws where the bytes are not what `encodeIndex` writes. */
export function decodeIndex(source: ByteSource, { index, ids }: IndexState): void {
  const names: string[] = [];
  for (let name = source.bytes(); name.length > 0; name = source.bytes()) {
    names.push(decodeStream(source, index.obtain(name.toString('utf8'))));
  }
  for (let id = source.bytes(); id.length > 0; id = source.bytes()) {
    const streamName = names[source.number()] ?? '';
    ids.remember(asUuid(id), { streamName, revision: source.number() });
  }
}

function* encodeStream(sink: ByteSink, entry: StreamEntry, end: number): Generator<Buffer> {
  const { name, positions, isTombstoned, metadata } = entry;
  const count = countBefore(positions, end);
  sink.bytes(Buffer.from(name));
  sink.number(isTombstoned ? 1 : 0);
  sink.bytes(metadata.source === NO_METADATA.source ? NONE : Buffer.from(JSON.stringify(metadata.source)));
  sink.number(count);
  let previous = 0;
  for (let revision = 0; revision < count; revision++) {
    const position = positions[revision] ?? 0;
    sink.number(position - previous);
    previous = position;
    if (revision % YIELD_EVERY === 0) yield* sink.take(false);
  }
  yield* sink.take(false);
}

function countBefore(positions: readonly number[], end: number): number {
  let count = positions.length;
  while (count > 0 && (positions[count - 1] ?? 0) >= end) count--;
  return count;
}

function decodeStream(source: ByteSource, entry: StreamEntry): string {
  entry.isTombstoned = source.number() === 1;
  const metadata = source.bytes();
  if (metadata.length > 0) entry.metadata = parseStreamMetadata(metadata);
  let position = 0;
  for (let left = source.number(); left > 0; left--) {
    position += source.number();
    entry.positions.push(position);
  }
  return entry.name;
}

function asUuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
