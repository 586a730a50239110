import type { IHeaders, Message } from 'kafkajs';
import type { IngressRecord, Refusal } from './ingress.record';

const PREFIX = 'dead-letter-';
/** What a header holds at the most: it is read by people, and a broker takes only so much. */
const LONGEST_TEXT = 2_000;
const MOST_PROBLEMS = 20;

/**
 * A refused record as it was, with headers that say why and where from. `dead-letter-id` is made of its place in the
 * topic, so it is the same however often the same record is refused.
 */
export function toDeadLetter(record: IngressRecord, refusal: Refusal, partitions: number): Message {
  const { topic, partition, offset, key, value, headers, timestamp } = record;
  return {
    partition: partition % partitions,
    key,
    value,
    headers: {
      ...headers,
      ...prefixed({
        id: `${topic}/${partition}/${offset}`,
        code: refusal.code,
        detail: refusal.detail.slice(0, LONGEST_TEXT),
        problems: JSON.stringify(refusal.problems.slice(0, MOST_PROBLEMS).map(shortened)),
        topic,
        partition: `${partition}`,
        offset: `${offset}`,
        timestamp,
      }),
    },
  };
}

const prefixed = (headers: Readonly<Record<string, string>>): IHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${PREFIX}${name}`, value]));

const shortened = ({ path, message }: Refusal['problems'][number]) => ({
  path: path.slice(0, LONGEST_TEXT),
  message: message.slice(0, LONGEST_TEXT),
});
