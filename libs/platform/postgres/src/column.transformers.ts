import type { ValueTransformer } from 'typeorm';

/** For `bigint` and `numeric` columns of whole numbers, as `bigint` in code; the driver has decimal strings. */
export const asBigint: ValueTransformer = {
  to: (value: bigint | null | undefined) => (typeof value === 'bigint' ? value.toString() : value),
  from: (value: string | null | undefined) => (typeof value === 'string' ? BigInt(value) : value),
};

/** For `bigint` columns that stay below 2^53, such as money in minor units, as `number` in code. */
export const asSafeInteger: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null | undefined) => (typeof value === 'string' ? Number(value) : value),
};

/** For `timestamptz` columns, as ISO 8601 strings in code; read back in UTC with milliseconds. */
export const asInstant: ValueTransformer = {
  to: (value: string | null | undefined) => value,
  from: (value: Date | string | null | undefined) => (value instanceof Date ? value.toISOString() : value),
};
