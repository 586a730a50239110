import type { IHeaders, KafkaMessage } from 'kafkajs';

/** A record that somebody published, as it arrived. */
export interface IngressRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: IHeaders;
  /** When it was published, in milliseconds since 1970. */
  readonly timestamp: string;
}

/** Why a record will never be carried out. */
export interface Refusal {
  /** Names the kind of problem, as `complaint-not-found`; stable. */
  readonly code: string;
  /** For people. */
  readonly detail: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Resolves to nothing once what the record asks for is durable, to a refusal where it never will be; rejects where
 * another attempt makes sense. Must have the same effect once as any number of times. Attempts count from 1.
 */
export type CarryOut = (record: IngressRecord, attempt: number) => Promise<Refusal | undefined>;

export const toIngressRecord = (topic: string, partition: number, message: KafkaMessage): IngressRecord => ({
  topic,
  partition,
  offset: BigInt(message.offset),
  key: message.key,
  value: message.value,
  headers: message.headers ?? {},
  timestamp: message.timestamp,
});
