import type { KafkaMessage } from 'kafkajs';
import { decodeStored, type Stored } from '@tenure/event-store';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import { type FeedBatch, isUndecodable, type UndecodableEvent } from '@tenure/projections';
import { type Hole, LOG_START } from '../merge/partition.chain';
import { PartitionMerge } from '../merge/partition.merge';
import { decodeEvent, EVENT } from '../records/event.record';
import { decodeMarker, MARKER } from '../records/marker.record';
import { headerOf, readPosition } from '../records/record.headers';
import type { KafkaFeedOptions } from './feed.options';
import { PartitionReader } from './partition.reader';
import { findStart } from './start.offsets';

const MAX_BUFFERED_EVENTS = 20_000;

/** One reading of the topic, until it breaks or is aborted. */
export class FeedSession {
  #merge = new PartitionMerge<Stored>(0, undefined);
  #reader: PartitionReader | undefined;
  #partitions: readonly number[] = [];
  #wake: () => void = () => undefined;
  /** Being caught up is news by itself, also where nothing came with it. */
  #caughtUpSaid = false;

  constructor(
    private readonly options: KafkaFeedOptions,
    private position: bigint | undefined,
    private readonly maxEvents: number,
    private readonly signal: AbortSignal,
  ) {}

  async *batches(): AsyncGenerator<FeedBatch> {
    const wake = () => this.#wake();
    this.signal.addEventListener('abort', wake);
    try {
      const reader = (this.#reader = await this.#open());
      while (!this.signal.aborted) {
        if (reader.failure) throw reader.failure;
        const batch = this.#take(reader);
        const { hole } = this.#merge;
        if (batch) yield batch;
        else if (hole) yield* this.#repair(hole);
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      this.signal.removeEventListener('abort', wake);
      await this.#reader?.close();
    }
  }

  async #open(): Promise<PartitionReader> {
    const { kafka, topic, recordedAt } = this.options;
    const from = this.position === undefined ? undefined : await recordedAt(this.position);
    const partitions = await findStart(kafka, topic, from);
    this.#partitions = partitions.map(({ partition }) => partition);
    this.#merge = new PartitionMerge<Stored>(partitions.length, this.position);
    return PartitionReader.open(kafka, {
      topic,
      partitions,
      onRecords: (partition, records) => this.#keep(partition, records),
      onChange: () => this.#wake(),
    });
  }

  /** What nobody can read is no event: where it stood for one, the next marker's count tells. */
  #keep(partition: number, records: readonly KafkaMessage[]): void {
    for (const record of records) {
      const kind = headerOf(record.headers, 'kind');
      if (kind === MARKER) {
        const marker = decodeMarker(record);
        if (marker) this.#merge.marker(partition, marker);
      } else if (kind === EVENT) this.#keepEvent(partition, record);
    }
  }

  #keepEvent(partition: number, record: KafkaMessage): void {
    const position = readPosition(headerOf(record.headers, 'position'));
    if (position === undefined) return;
    if (this.position !== undefined && position <= this.position) return this.#merge.oldEvent(partition, position);
    const event = decodeEvent(record);
    if (event) this.#merge.event(partition, event);
  }

  #take(reader: PartitionReader): FeedBatch | undefined {
    const merged = this.#merge.take(this.maxEvents);
    this.#holdBack(reader);
    const caughtUp = this.#merge.isDrained && this.#partitions.every((partition) => reader.isAtEnd(partition));
    if (!merged) return this.#sayCaughtUp(caughtUp);
    this.position = merged.position;
    this.#caughtUpSaid = caughtUp;
    return { ...this.#decode(merged.events), position: merged.position, caughtUp };
  }

  #sayCaughtUp(caughtUp: boolean): FeedBatch | undefined {
    if (!caughtUp || this.#caughtUpSaid || this.position === undefined) return undefined;
    this.#caughtUpSaid = true;
    return { events: [], position: this.position, caughtUp };
  }

  /** Only partitions that are ahead of what was handed out have confirmed events waiting, so the one that all wait for is never held. */
  #holdBack(reader: PartitionReader): void {
    const limit = (this.options.maxBufferedEvents ?? MAX_BUFFERED_EVENTS) / this.#partitions.length;
    for (const partition of this.#partitions) {
      const waiting = this.#merge.waiting(partition);
      if (waiting > limit) reader.hold(partition, true);
      else if (waiting < limit / 2) reader.hold(partition, false);
    }
  }

  async *#repair(hole: Hole): AsyncGenerator<FeedBatch> {
    this.options.onRepair?.(hole);
    const after = hole.after === LOG_START ? undefined : hole.after;
    for await (const batch of this.options.log.batches(after, { maxEvents: this.maxEvents, signal: this.signal })) {
      this.#merge.repaired(batch.position);
      this.position = batch.position;
      this.#caughtUpSaid = false;
      yield { ...batch, caughtUp: false };
      if (this.#reader) this.#holdBack(this.#reader);
      if (batch.position >= hole.upTo) return;
    }
  }

  #decode(stored: readonly Stored[]): Pick<FeedBatch, 'events' | 'undecodable'> {
    const events: Recorded<DomainEvent>[] = [];
    const undecodable: UndecodableEvent[] = [];
    for (const one of stored) {
      const event = decodeStored(this.options.codec, one);
      if (event === undefined) this.#tell(one, `unknown event type ${one.type}`);
      else if (!isUndecodable(event)) events.push(event);
      else {
        undecodable.push(event);
        this.#tell(one, event.undecodable);
      }
    }
    return { events, undecodable };
  }

  #tell({ stream, revision, position }: Stored, reason: string): void {
    this.options.onUnreadable({ stream, revision, position, reason });
  }
}
