import { objectOf, POSITION, reachable, schemaReference, text, type Schema, type Schemas } from './schema';

/** A type of CloudEvent that services publish, and the name of the command that records it. */
export interface Fact {
  readonly cloudEventType: string;
  readonly command: string;
}

export const FACT_ENVELOPE = 'PublishedFact';
export const DEAD_LETTER_HEADERS = 'DeadLetterHeaders';

export const factDataName = ({ command }: Fact): string => `${command}Fact`;

export const factPayload = (fact: Fact): Schema => ({
  allOf: [
    schemaReference(FACT_ENVELOPE),
    objectOf({ type: { const: fact.cloudEventType }, data: schemaReference(factDataName(fact)) }),
  ],
});

/** From the schemas of commands that the description of the HTTP interface has. */
export function factSchemas(facts: readonly Fact[], commands: Schemas): Schemas {
  const data = facts.map((fact) => [factDataName(fact), withTimeLeftOut(commands[fact.command] ?? {})] as const);
  const own = Object.fromEntries(data);
  return { ...reachable(Object.keys(own), { ...commands, ...own }), ...envelopes };
}

/** `time` of the CloudEvent says it as well. */
function withTimeLeftOut(command: Schema): Schema {
  const { required } = command;
  return { ...command, required: Array.isArray(required) ? required.filter((name) => name !== 'occurredAt') : [] };
}

const envelopes: Schemas = {
  [FACT_ENVELOPE]: {
    ...objectOf(
      {
        specversion: { const: '1.0' },
        id: text('Unique within the source. The same source and id again are the same fact.', { maxLength: 200 }),
        source: text('Who says so.', { format: 'uri-reference', maxLength: 500 }),
        type: text(),
        time: text('When it happened; the time of its arrival, where it is left out.', { format: 'date-time' }),
        datacontenttype: text(),
        correlationid: text('Shared by all that one request leads to.'),
        actor: text('Who answers for it; the source, where it is left out.'),
        data: { type: 'object' },
      },
      ['specversion', 'id', 'source', 'type', 'data'],
    ),
    description: 'A CloudEvent 1.0; in structured mode, or in binary mode with attributes as headers named `ce_…`.',
  },
  [DEAD_LETTER_HEADERS]: {
    ...objectOf({
      'dead-letter-id': text('Where from, in one: the same for the same record, however often it was refused.', {
        examples: ['tenure.ingress/3/1042'],
      }),
      'dead-letter-code': text('The kind of problem; stable.', { examples: ['complaint-not-found'] }),
      'dead-letter-detail': text('What is wrong, for people.'),
      'dead-letter-problems': text('JSON list of `{ path, message }`: every wrong place.'),
      'dead-letter-topic': text(),
      'dead-letter-partition': text(undefined, { pattern: POSITION }),
      'dead-letter-offset': text(undefined, { pattern: POSITION }),
      'dead-letter-timestamp': text('When it was published, in milliseconds since 1970.', { pattern: POSITION }),
    }),
    description: 'Beside the headers that the record came with.',
  },
};
