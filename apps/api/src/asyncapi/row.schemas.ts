import { asBigint, asInstant } from '@tenure/postgres';
import { getMetadataArgsStorage } from 'typeorm';
import { objectOf, POSITION, text, type Schema } from './schema';

export const ROW_HEADERS = 'RowHeaders';
export const ROW_MARKER = 'RowMarker';

/** A row as JSON has it, from the entity's columns. */
export function rowSchema(entity: new () => object): Schema {
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => target === entity);
  return objectOf(
    Object.fromEntries(
      columns.map(({ propertyName, options }) => [
        propertyName,
        options.nullable ? { anyOf: [columnSchema(options), { type: 'null' }] } : columnSchema(options),
      ]),
    ),
  );
}

type Column = ReturnType<typeof getMetadataArgsStorage>['columns'][number]['options'];

function columnSchema({ type, transformer, array }: Column): Schema {
  const one = valueSchema(String(type), transformer);
  return array ? { type: 'array', items: one } : one;
}

function valueSchema(type: string, transformer: Column['transformer']): Schema {
  if (transformer === asBigint) return text('A whole number.', { pattern: POSITION });
  if (transformer === asInstant) return text(undefined, { format: 'date-time' });
  return BY_TYPE.get(type) ?? {};
}

/** What is in none of these is JSON of any form. */
const BY_TYPE: ReadonlyMap<string, Schema> = new Map([
  ['text', text()],
  ['date', text(undefined, { format: 'date' })],
  ['boolean', { type: 'boolean' }],
  ['integer', { type: 'integer' }],
  ['bigint', { type: 'integer' }],
]);

export const rowEnvelopes: Readonly<Record<string, Schema>> = {
  [ROW_HEADERS]: objectOf(
    {
      kind: { enum: ['row', 'marker'] },
      projection: text(),
      version: text('Of the projection: rows of another one are told anew, all of them.', { pattern: POSITION }),
      position: text('The row is as it was at this place of the log, or later.', { pattern: POSITION }),
    },
    ['kind', 'projection', 'version'],
  ),
  [ROW_MARKER]: {
    ...objectOf({ cursor: { type: ['string', 'null'], description: 'Null while all rows are being told anew.' } }),
    description: 'In partition 0, with an empty key: how far the topic is. Skip it.',
  },
};
