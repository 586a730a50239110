import type { Kafka } from 'kafkajs';
import type { AnyCodec } from '@tenure/event-store';
import type { Feed } from '@tenure/projections';

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
