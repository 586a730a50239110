import type { SchemaObject } from 'ajv';

const MOST_MEMBERS = 500;

/** An object with these members and no others; those in `optional` may be left out. */
export const record = (properties: Record<string, SchemaObject>, optional: readonly string[] = []): SchemaObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

export const list = (items: SchemaObject, minItems = 1, maxItems = MOST_MEMBERS): SchemaObject => ({
  type: 'array',
  items,
  minItems,
  maxItems,
});

export const oneOf = (values: readonly string[]): SchemaObject => ({ type: 'string', enum: [...values] });

export const words = (maxLength: number): SchemaObject => ({ type: 'string', minLength: 1, maxLength });

export const text: SchemaObject = record({ zh: words(2_000), en: words(2_000) });

export const id: SchemaObject = { type: 'string', format: 'id' };

/** The name of a tier. */
export const tier: SchemaObject = { type: 'string', format: 'tier-name' };

export const currency: SchemaObject = { type: 'string', format: 'currency' };

/** IANA, such as `Asia/Shanghai`. */
export const timeZone: SchemaObject = { type: 'string', format: 'time-zone' };

/** Calendar day `YYYY-MM-DD`. */
export const day: SchemaObject = { type: 'string', format: 'day' };

export const whole = (minimum: number, maximum: number): SchemaObject => ({ type: 'integer', minimum, maximum });

export const percent: SchemaObject = whole(0, 100);

export const amountMinor: SchemaObject = whole(0, Number.MAX_SAFE_INTEGER);

/** Ten years. */
export const minutes = (minimum: number): SchemaObject => whole(minimum, 5_256_000);
