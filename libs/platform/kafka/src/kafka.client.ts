import { Kafka, logLevel, type LogEntry } from 'kafkajs';

/** What kafkajs has to say; pino's loggers fit. */
export interface KafkaLog {
  debug(details: object, message: string): void;
}

export interface KafkaConnection {
  /** `host:port` of some brokers; the others are learned from them. */
  readonly brokers: readonly string[];
  /** Names the program in the broker's own logs and quotas. */
  readonly clientId: string;
  readonly log?: KafkaLog;
}

/** Attempts within kafkajs; whoever uses the client begins anew, with growing pauses, when they are used up. */
const RETRY = { initialRetryTime: 50, multiplier: 2, maxRetryTime: 1_000, retries: 6 };

/** The one way to reach Kafka. Connects to nothing yet. */
export const connectKafka = ({ brokers, clientId, log }: KafkaConnection): Kafka =>
  new Kafka({
    brokers: [...brokers],
    clientId,
    retry: RETRY,
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    logLevel: log === undefined ? logLevel.NOTHING : logLevel.INFO,
    // Every failure also comes back to the caller, who knows what it means: here it is but a detail.
    logCreator:
      () =>
      ({ namespace, log: { message, ...details } }: LogEntry) =>
        log?.debug({ ...details, timestamp: undefined, namespace }, message),
  });
