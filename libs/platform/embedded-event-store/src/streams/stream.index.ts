import { TOMBSTONE_REVISION, type RecordedEvent } from './recorded-event.codec';
import {
  METASTREAM_PREFIX,
  NO_METADATA,
  isMetastream,
  parseStreamMetadata,
  type StreamMetadata,
} from './stream.metadata';

/** A stream's events by revision, as positions in the log. */
export type StreamEntry = {
  readonly name: string;
  readonly positions: number[];
  metadata: StreamMetadata;
  isTombstoned: boolean;
};
export type IndexedEvent = Pick<RecordedEvent, 'streamName' | 'revision' | 'position' | 'data'>;

/** Where the durable events of each stream are: eight bytes an event, no bodies. */
export class StreamIndex {
  private readonly streams = new Map<string, StreamEntry>();

  find(streamName: string): StreamEntry | undefined {
    return this.streams.get(streamName);
  }

  /** Takes events in the order of the log; returns the stream. */
  add(event: IndexedEvent): StreamEntry {
    const entry = this.obtain(event.streamName);
    if (event.revision === TOMBSTONE_REVISION) entry.isTombstoned = true;
    else entry.positions.push(event.position);
    if (isMetastream(event.streamName)) {
      this.obtain(event.streamName.slice(METASTREAM_PREFIX.length)).metadata = parseStreamMetadata(event.data);
    }
    return entry;
  }

  /** In the order in which they were first seen. */
  entries(): Iterable<StreamEntry> {
    return this.streams.values();
  }

  /** The stream, made known where it isn't. */
  obtain(name: string): StreamEntry {
    const known = this.streams.get(name);
    if (known !== undefined) return known;
    const created: StreamEntry = {
      name,
      positions: [],
      metadata: isMetastream(name) ? { ...NO_METADATA, maxCount: 1 } : NO_METADATA,
      isTombstoned: false,
    };
    this.streams.set(name, created);
    return created;
  }
}
