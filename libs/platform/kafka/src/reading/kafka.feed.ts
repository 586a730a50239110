import { setTimeout as delay } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { AnyCodec } from '@tenure/event-store';
import type { Feed, FeedBatch, FeedOptions } from '@tenure/projections';
import { FeedSession } from './feed.session';

export interface KafkaFeedOptions {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly codec: AnyCodec;
  /** The log itself, from which comes what the topic does not hold (any more). */
  readonly log: Feed;
  /** When the event at a position, or the last one before it, was recorded: ISO 8601. Spares reading the whole topic. */
  readonly recordedAt: (position: bigint) => Promise<string | undefined>;
  /** What could not be decoded, whether its type is known or not; for logs. */
  readonly onUnreadable: (event: { stream: string; revision: bigint; position: bigint; reason: string }) => void;
  /** A range that is read from the log instead; for logs. */
  readonly onRepair?: (range: { after: bigint; upTo: bigint }) => void;
  /** For logs: the feed goes on by itself. */
  readonly onFailure?: (error: unknown) => void;
  /** Records kept in memory for all partitions together, about; 20,000 unless given. */
  readonly maxBufferedEvents?: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Feeds from the log's topic: the log, in its order, every event once, whatever Kafka has lost or repeats. Every reader
 * reads all partitions. Goes on from where it stood when the connection breaks.
 */
export class KafkaFeed implements Feed {
  constructor(private readonly options: KafkaFeedOptions) {}

  async *batches(after: bigint | undefined, { maxEvents, signal }: FeedOptions): AsyncGenerator<FeedBatch> {
    let position = after;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const batch of new FeedSession(this.options, position, maxEvents, signal).batches()) {
          failures = 0;
          position = batch.position;
          yield batch;
        }
      } catch (error) {
        if (!signal.aborted) this.options.onFailure?.(error);
      }
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
