import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Problem } from '../import.problem';
import type { Mapping } from './mapping';

type Checked = { readonly mapping: Mapping } | { readonly mapping?: undefined; readonly problems: readonly Problem[] };

/** Checks against `mapping.schema.json`; each problem names its place as one writes it, such as `emit[0].payload.total`. */
export function checkSchema(value: unknown): Checked {
  validate ??= compileSchema();
  if (validate(value)) return { mapping: value };
  const errors = (validate.errors ?? []).filter(({ keyword }) => !UNTELLING.has(keyword));
  const problems = errors.map((error) => ({ at: placeOf(error.instancePath), message: messageOf(error) }));
  const distinct = new Map(problems.map((problem) => [`${problem.at} ${problem.message}`, problem]));
  return { problems: [...distinct.values()] };
}

let validate: ValidateFunction<Mapping> | undefined;

function compileSchema(): ValidateFunction<Mapping> {
  // Two levels up both from src/mapping and from dist/mapping.
  const text = readFileSync(join(__dirname, '../../mapping.schema.json'), 'utf8');
  const schema = JSON.parse(text) as AnySchemaObject;
  return new Ajv({ allErrors: true, strict: false }).compile<Mapping>(schema);
}

/** They only say that one of the other errors occurred. */
const UNTELLING = new Set(['if', 'anyOf', 'propertyNames']);

const placeOf = (pointer: string): string =>
  pointer === ''
    ? 'the mapping'
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
        .join('');

function messageOf({ keyword, params, propertyName, message = 'is wrong' }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `has no field ${JSON.stringify(params.additionalProperty)}: remove it, or mind the spelling`;
  if (keyword === 'required') return `lacks the field ${JSON.stringify(params.missingProperty)}`;
  if (propertyName !== undefined) return `knows no field or expression ${JSON.stringify(propertyName)}`;
  if (keyword === 'enum') return `must be one of ${JSON.stringify(params.allowedValues)}`;
  if (keyword === 'maxProperties') return 'states several things at once: state one, or join them under all, any';
  return message;
}
