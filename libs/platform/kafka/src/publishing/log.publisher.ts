import type { Kafka, Producer } from 'kafkajs';
import type { Stored } from '@tenure/event-store';
import { readLastMarkers, readOffsets } from '../reading/last.markers';
import { partitionerOf } from '../records/key.partition';
import { type PortionOptions, portionsOf } from './publication';
import { openTransactional } from './transactional.producer';

export interface PublisherOptions {
  readonly topic: string;
  /** The newest publisher of this id shuts out all that were before it. */
  readonly transactionalId: string;
}

/** Half of what the topic takes at once, since values are counted in characters. */
const MAX_PORTION_BYTES = 2 * 1024 * 1024;
/**
 * Publishes the log in its order, in transactions, each with markers that say what is complete. Of one use: after any
 * failure nobody knows what arrived; a new one, on opening, learns it from Kafka.
 */
export class LogPublisher {
  #position: bigint | undefined;

  private constructor(
    private readonly producer: Producer,
    private readonly topic: string,
    private readonly options: PortionOptions,
    position: bigint | undefined,
  ) {
    this.#position = position;
  }

  /** Shuts out every earlier publisher, ends what they left open, and then looks how far the topic reaches. */
  static async open(kafka: Kafka, { topic, transactionalId }: PublisherOptions): Promise<LogPublisher> {
    return openTransactional(kafka, transactionalId, async (producer) => {
      const { length: partitions } = await readOffsets(kafka, topic);
      const position = await leastMarker(kafka, topic);
      const options = { partitions, partitionOf: partitionerOf(topic, partitions), maxBytes: MAX_PORTION_BYTES };
      return new LogPublisher(producer, topic, options, position);
    });
  }

  /** The topic is complete up to here; undefined where it knows nothing. What is to be published next follows it. */
  get position(): bigint | undefined {
    return this.#position;
  }

  /**
   * Events that follow `position`, in order; the topic is complete up to `upTo` with them. Without events it says just
   * that. Resolves when they are committed, a moment before readers can see them; rejects where that is not known.
   */
  async publish(events: readonly Stored[], upTo: bigint): Promise<void> {
    for (const { messages, position } of portionsOf(events, this.#position, upTo, this.options)) {
      const transaction = await this.producer.transaction();
      await transaction.send({ topic: this.topic, acks: -1, messages: [...messages] });
      await transaction.commit();
      this.#position = position;
    }
  }

  /** Not while it publishes: kafkajs would connect again for what is under way. */
  async close(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
  }
}

/** Partitions without a marker hold nothing that could be missed: readers find what lies before their first one. */
async function leastMarker(kafka: Kafka, topic: string): Promise<bigint | undefined> {
  const markers = await readLastMarkers(kafka, topic);
  let least: bigint | undefined;
  for (const { position } of markers.values()) if (least === undefined || position < least) least = position;
  return least;
}
