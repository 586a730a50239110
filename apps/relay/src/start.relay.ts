import type { EventStoreDBClient } from '@eventstore/db-client';
import {
  type ChangePublishing,
  connectKafka,
  LOG_TOPIC,
  publishChanges,
  topicBeside,
  type TopicSettings,
} from '@tenure/kafka';
import type { Logger } from 'pino';
import { Relay, type RelayTimes } from './relay';
import type { RelayStatus } from './relay.status';

/** Owned by the caller, who closes it after the relay. */
export interface RelayDependencies {
  readonly client: EventStoreDBClient;
  /** `host:port` of some of Kafka's brokers. */
  readonly brokers: readonly string[];
  readonly log: Logger;
  /** What differs from LOG_TOPIC. */
  readonly topic?: Partial<TopicSettings>;
  readonly times?: Partial<RelayTimes>;
  /** Projections whose rows go to compacted topics beside that of the log; none unless given. */
  readonly changes?: Pick<ChangePublishing, 'dataSource' | 'feed' | 'bindings'>;
}

export interface RunningRelay {
  status(): Promise<RelayStatus>;
  /** Resolves when nothing more is published; a standby takes over at once. */
  close(): Promise<void>;
}

const TIMES: RelayTimes = { stalledAfterMs: 15_000, watchEveryMs: 2_000, idleMarkerMs: 30_000 };

/**
 * Publishes the log to Kafka from where the topic ends, as one of any number of relays of which one leads. Returns at
 * once; what fails is tried again.
 */
export function startRelay({ client, brokers, log, changes, ...given }: RelayDependencies): RunningRelay {
  const kafka = connectKafka({ brokers, clientId: 'tenure-relay', log });
  const topic = { ...LOG_TOPIC, ...given.topic };
  const publishing = changes && {
    ...changes,
    kafka,
    prefix: topicBeside(topic.topic, 'projection'),
    onFailure: (projection: string, error: unknown) =>
      log.error({ projection, err: error }, 'rows were not published, will be tried again'),
  };
  const relay = new Relay({
    client,
    kafka,
    topic,
    ...(publishing && { beside: (signal) => publishChanges(publishing, signal) }),
    times: { ...TIMES, ...given.times },
    onFailure: (error) => log.error({ err: error }, 'relay failed, will be tried again'),
  });
  relay.start();
  return { status: () => relay.status(), close: () => relay.close() };
}
