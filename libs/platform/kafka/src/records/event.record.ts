import type { KafkaMessage, Message } from 'kafkajs';
import type { Stored } from '@tenure/event-store';
import { decodeCloudEvent, encodeCloudEvent } from './cloud-event.codec';

export const EVENT = 'event';

/** The key by which Kafka keeps order: the customer, or the stream of what concerns none. */
export const keyOf = ({ metadata, stream }: Stored): string =>
  typeof metadata.customerId === 'string' ? metadata.customerId : stream;

/** CloudEvents 1.0 in structured mode; headers repeat what is worth knowing without reading the value. */
export function encodeEvent(stored: Stored, key: string, partition: number): Message & { readonly value: string } {
  const { id, type, stream, revision, position, recordedAt } = stored;
  return {
    partition,
    key,
    headers: {
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      kind: EVENT,
      id,
      type,
      stream,
      revision: `${revision}`,
      position: `${position}`,
    },
    value: encodeCloudEvent(stored),
    timestamp: String(Date.parse(recordedAt)),
  };
}

/** Undefined where the value is no event's. */
export const decodeEvent = ({ value }: Pick<KafkaMessage, 'value'>): Stored | undefined =>
  value === null ? undefined : decodeCloudEvent(value.toString());
