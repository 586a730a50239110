import type { EventDescription } from '@tenure/composition';
import type { TopicSettings } from '@tenure/kafka';
import type { Channel, Message } from './asyncapi.channels';
import { EVENT_HEADERS, MARKER, MARKER_HEADERS, payloadSchema } from './event.schemas';
import { DEAD_LETTER_HEADERS, type Fact, factPayload } from './ingress.schemas';
import { ROW_HEADERS, ROW_MARKER, rowSchema } from './row.schemas';
import { schemaReference, text } from './schema';

export interface PublicProjection {
  readonly name: string;
  readonly topic: string;
  readonly partitions: number;
  readonly entity: new () => object;
}

const CLOUD_EVENT = 'application/cloudevents+json';
const JSON_TYPE = 'application/json';

export const eventsChannel = (topic: TopicSettings, events: readonly EventDescription[]): Channel => ({
  id: 'events',
  topic,
  action: 'send',
  summary: 'Everything that is recorded',
  description:
    'Every event of the log, in the order of each key. After a fault a record may come again: skip positions of a ' +
    'partition that are not beyond the last one seen.',
  messages: [
    ...events.map((event) => eventMessage(event)),
    {
      name: 'marker',
      title: 'How far the partition is complete',
      contentType: JSON_TYPE,
      headers: schemaReference(MARKER_HEADERS),
      payload: schemaReference(MARKER),
    },
  ],
});

const eventMessage = (event: EventDescription): Message => ({
  name: event.type,
  title: wordsOf(event.type),
  contentType: CLOUD_EVENT,
  headers: schemaReference(EVENT_HEADERS),
  payload: payloadSchema(event),
  key: text('The customer, or the stream of what concerns none.'),
});

/** `ComplaintOpened` as `Complaint opened`. */
function wordsOf(type: string): string {
  const [first = '', ...rest] = type.split(/(?=[A-Z])/);
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ');
}

export const ingressChannel = (topic: TopicSettings, facts: readonly Fact[]): Channel => ({
  id: 'ingress',
  topic,
  action: 'receive',
  summary: 'Facts that services publish',
  description:
    'Each fact becomes the command that records it, as with POST /events: in the order of its key, once in effect ' +
    'however often it comes. What is refused goes to the dead-letter topic.',
  messages: facts.map((fact) => ({
    name: fact.cloudEventType,
    title: wordsOf(fact.command),
    contentType: CLOUD_EVENT,
    payload: factPayload(fact),
    key: text('What is to stay in order: best the customer. Without one, a record waits for all before it.'),
  })),
});

export const deadLetterChannel = (topic: TopicSettings): Channel => ({
  id: 'deadLetters',
  topic,
  action: 'send',
  summary: 'Facts that were refused',
  description:
    'Key, value and headers as they came, and why they were refused. Publish it corrected to the ingress again.',
  messages: [
    {
      name: 'dead-letter',
      title: 'A refused record',
      contentType: 'application/octet-stream',
      headers: schemaReference(DEAD_LETTER_HEADERS),
      payload: { description: 'The bytes that came.' },
    },
  ],
});

export const changesChannel = ({ name, topic, partitions, entity }: PublicProjection): Channel => ({
  id: `projection.${name}`,
  topic: { topic, partitions },
  action: 'send',
  summary: `The rows of ${name}`,
  description:
    'The newest row of each key; without a value where there is none any more. A row is as it was at its position or ' +
    'later, and may come again.',
  messages: [
    {
      name: 'row',
      title: 'A row',
      contentType: JSON_TYPE,
      headers: schemaReference(ROW_HEADERS),
      payload: rowSchema(entity),
      key: text('Of the row; the JSON array of the parts of a key of several columns.'),
    },
    {
      name: 'marker',
      title: 'How far the topic is',
      contentType: JSON_TYPE,
      headers: schemaReference(ROW_HEADERS),
      payload: schemaReference(ROW_MARKER),
      key: { const: '' },
    },
  ],
});
