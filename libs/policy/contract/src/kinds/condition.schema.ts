import type { SchemaObject } from 'ajv';
import { FACT_NAMES, NUMBER_FACTS, TEXT_FACTS, YES_NO_FACTS } from '@tenure/behaviour-contract';
import { list, oneOf, record, words } from './schema.parts';

const CONDITION = 'condition';

/** What may hold of a customer: `all`, `any`, `not`, or one fact and what is asked of it. */
export const condition: SchemaObject = { $ref: CONDITION };

const number: SchemaObject = { type: 'number', minimum: -1e12, maximum: 1e12 };

/** Told apart by their members, so that a flaw is named where it is and not once for every kind of condition. */
const kinds: readonly (readonly [member: string, schema: SchemaObject])[] = [
  ['all', record({ all: list(condition, 1, 50) })],
  ['any', record({ any: list(condition, 1, 50) })],
  ['not', record({ not: condition })],
  ['in', record({ fact: oneOf(TEXT_FACTS), in: list(words(100), 1, 100) })],
  ['is', record({ fact: oneOf(YES_NO_FACTS), is: { type: 'boolean' } })],
  ['known', record({ fact: oneOf(FACT_NAMES), known: { type: 'boolean' } })],
];

const numberCondition: SchemaObject = {
  ...record({ fact: oneOf(NUMBER_FACTS), atLeast: number, below: number }, ['atLeast', 'below']),
  minProperties: 2,
};

/** What the reference stands for, as a condition is made of conditions. */
export const conditionSchema: SchemaObject = {
  $id: CONDITION,
  ...kinds.reduceRight<SchemaObject>(
    (otherwise, [member, schema]) => ({
      if: { type: 'object', required: [member] },
      then: schema,
      else: otherwise,
    }),
    numberCondition,
  ),
};
