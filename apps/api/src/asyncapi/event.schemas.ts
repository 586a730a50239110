import type { EventDescription } from '@tenure/composition';
import { objectOf, POSITION, schemaReference, text, type Schema } from './schema';

export const EVENT_ENVELOPE = 'RecordedEvent';
export const EVENT_HEADERS = 'RecordedEventHeaders';
export const MARKER = 'Marker';
export const MARKER_HEADERS = 'MarkerHeaders';

export const dataNameOf = ({ type }: EventDescription): string => `${type}Data`;

/** The data of an event, as its codec checks it. */
export const dataSchema = ({ fields, version, personal }: EventDescription): Schema => ({
  ...objectOf(
    Object.fromEntries(
      Object.entries(fields).map(([name, kind]) => [name, fieldSchema(kind, personal.includes(name))]),
    ),
    Object.keys(fields).filter((name) => !fields[name]?.endsWith('?')),
  ),
  description: `Version ${version}; later ones may add optional fields.`,
});

const fieldSchema = (kind: string, isPersonal: boolean): Schema => ({
  type: kind.replace('?', ''),
  ...(isPersonal && { description: 'Personal data.', 'x-personal-data': true }),
});

export const payloadSchema = (event: EventDescription): Schema => ({
  allOf: [
    schemaReference(EVENT_ENVELOPE),
    objectOf({ type: { const: event.type }, data: schemaReference(dataNameOf(event)) }),
  ],
});

const revision = text('Place in its stream, from 0.', { pattern: POSITION });
const position = text('Place in the log; rises from event to event.', { pattern: POSITION, examples: ['10432'] });

/** What surrounds the data of every event, and what else stands in its topic. */
export const eventSchemas: Readonly<Record<string, Schema>> = {
  [EVENT_ENVELOPE]: {
    ...objectOf(
      {
        specversion: { const: '1.0' },
        id: text('Unique in the log.', { format: 'uuid' }),
        source: text(undefined, { format: 'uri-reference' }),
        type: text(),
        time: text('When it was recorded.', { format: 'date-time' }),
        datacontenttype: { const: 'application/json' },
        stream: text('Of the record that it belongs to.', { examples: ['complaint-c-1'] }),
        revision,
        position,
        customerid: text('The customer that it is about; absent where it concerns none.'),
        commandid: text('Of the command that led to it.'),
        correlationid: text('Shared by all that one request led to.'),
        causationid: text('What directly led to it.'),
        actor: text('Who answers for it.'),
        origin: text('The system or file that it came from.'),
        occurredat: text('When it happened in the business.', { format: 'date-time' }),
        schemaversion: { type: 'integer', description: 'Version of the data.' },
        othermetadata: text('What else was stored with it, as JSON text.'),
        data: { type: 'object' },
      },
      ['specversion', 'id', 'source', 'type', 'time', 'datacontenttype', 'stream', 'revision', 'position', 'data'],
    ),
    description: 'A CloudEvent 1.0 in structured mode.',
  },
  [EVENT_HEADERS]: objectOf({
    'content-type': { const: 'application/cloudevents+json; charset=UTF-8' },
    kind: { const: 'event' },
    id: text(),
    type: text(),
    stream: text(),
    revision,
    position,
  }),
  [MARKER]: {
    ...objectOf({
      after: { type: ['string', 'null'], pattern: POSITION, description: 'Null at the start of the log.' },
      position,
      events: { type: 'integer', minimum: 0 },
    }),
    description:
      'This partition holds exactly `events` events with positions beyond `after` and up to `position`. The `after` of ' +
      'a marker is the `position` of the one before it in the partition; where it is not, records have expired.',
  },
  [MARKER_HEADERS]: objectOf({ kind: { const: 'marker' } }),
};
