import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec } from '@tenure/composition';
import { EventStoreFeed, recordedAt } from '@tenure/event-store';
import { connectKafka, KafkaFeed } from '@tenure/kafka';
import type { Feed } from '@tenure/projections';
import type { Logger } from 'pino';

/** Where a relay publishes the log. */
export interface LogTopic {
  /** `host:port` of some of Kafka's brokers. */
  readonly brokers: readonly string[];
  readonly topic: string;
}

export interface FeedSources {
  readonly client: EventStoreDBClient;
  /** EventStoreDB itself is the feed where absent. */
  readonly logTopic?: LogTopic;
  readonly log: Logger;
}

interface UnreadableEvent {
  readonly position: bigint;
  readonly revision: bigint;
}

/** The log, in its order; the same events at the same positions from either source. */
export function projectorFeed({ client, logTopic, log }: FeedSources): Feed {
  const onUnreadable = ({ position, revision, ...event }: UnreadableEvent) =>
    log.warn({ ...event, position: `${position}`, revision: `${revision}` }, 'event can not be read');
  const fromLog = new EventStoreFeed(client, domainCodec, onUnreadable);
  if (logTopic === undefined) return fromLog;
  return new KafkaFeed({
    kafka: connectKafka({ brokers: logTopic.brokers, clientId: 'tenure-projector', log }),
    topic: logTopic.topic,
    codec: domainCodec,
    log: fromLog,
    recordedAt: (position) => recordedAt(client, position),
    onUnreadable,
    onRepair: ({ after, upTo }) =>
      log.warn({ after: `${after}`, upTo: `${upTo}` }, 'read from EventStoreDB what Kafka does not hold'),
    onFailure: (error) => log.error({ err: error }, 'the feed from Kafka failed, will be tried again'),
  });
}
