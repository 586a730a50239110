import type { EventStoreDBClient } from '@eventstore/db-client';
import { connectKafka, LOG_TOPIC, type TopicSettings } from '@tenure/kafka';
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
export function startRelay({ client, brokers, log, topic, times }: RelayDependencies): RunningRelay {
  const relay = new Relay({
    client,
    kafka: connectKafka({ brokers, clientId: 'tenure-relay', log }),
    topic: { ...LOG_TOPIC, ...topic },
    times: { ...TIMES, ...times },
    onFailure: (error) => log.error({ err: error }, 'relay failed, will be tried again'),
  });
  relay.start();
  return { status: () => relay.status(), close: () => relay.close() };
}
