import { isInstant } from '@tenure/shared-contract';
import { failAt, type ProblemError } from '../problem.error';

/** What is used of a CloudEvent 1.0. */
export interface CloudEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The extension attribute `correlationid`. */
  readonly correlationId?: string;
  /** The extension attribute `actor`. */
  readonly actor?: string;
}

export type Attributes = Readonly<Record<string, unknown>>;

/** Reads an event in the JSON format. Throws a ProblemError that names the attribute. */
export function readCloudEvent(value: unknown): CloudEvent {
  if (!isRecord(value)) throw wrong('', 'a CloudEvent must be a JSON object');
  const misnamed = Object.keys(value).find((name) => !NAME.test(name));
  if (misnamed !== undefined) throw wrong(misnamed, 'attribute names are lower-case letters and digits');
  if (value['specversion'] !== '1.0') throw wrong('specversion', 'specversion must be 1.0');
  const time = optional(value, 'time', isTime, 'time must be ISO 8601 with offset between 1900 and 2200');
  return {
    id: required(value, 'id', LINE, 'id must be 1 to 200 characters without control characters'),
    source: required(value, 'source', URI_REFERENCE, 'source must be a URI reference of at most 500 characters'),
    type: required(value, 'type', LINE, 'type must be 1 to 200 characters without control characters'),
    data: dataOf(value),
    ...(time !== undefined && { time }),
    ...extension(value, 'correlationid', 'correlationId'),
    ...extension(value, 'actor', 'actor'),
  };
}

const NAME = /^([a-z0-9]+|data_base64)$/;
const LINE = /^\P{Cc}{1,200}$/u;
const VISIBLE = /^[\x21-\x7e]{1,200}$/;
/** RFC 3986's characters, in no particular order: which of them may stand where is the sender's affair. */
const URI_REFERENCE = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{1,500}$/;

const isTime = (value: string): boolean => isInstant(value);

const wrong = (path: string, message: string): ProblemError => failAt('invalid-cloud-event', path || 'body', message);

function required(attributes: Attributes, name: string, form: RegExp, message: string): string {
  const value = optional(attributes, name, (text) => form.test(text), message);
  if (value === undefined) throw wrong(name, `${name} is missing`);
  return value;
}

function optional(
  attributes: Attributes,
  name: string,
  isRight: (value: string) => boolean,
  message: string,
): string | undefined {
  const value = attributes[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !isRight(value)) throw wrong(name, message);
  return value;
}

function extension<Field extends string>(
  attributes: Attributes,
  name: string,
  field: Field,
): Partial<Record<Field, string>> {
  const value = optional(attributes, name, (text) => VISIBLE.test(text), `${name} must be visible ASCII characters`);
  const read: Partial<Record<Field, string>> = {};
  if (value !== undefined) read[field] = value;
  return read;
}

function dataOf(attributes: Attributes): Readonly<Record<string, unknown>> {
  const type = attributes['datacontenttype'] ?? 'application/json';
  if (typeof type !== 'string' || !JSON_TYPE.test(type)) throw wrong('datacontenttype', 'data must be JSON');
  if (attributes['data_base64'] !== undefined) throw wrong('data_base64', 'JSON data belongs in `data`');
  const data = attributes['data'];
  if (!isRecord(data)) throw wrong('data', 'data must be a JSON object');
  return data;
}

const JSON_TYPE = /^application\/([a-z0-9.-]+\+)?json\s*(;.*)?$/i;

export const isRecord = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
