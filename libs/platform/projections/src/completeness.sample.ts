import { createHash } from 'node:crypto';
import type { TableShape } from '@tenure/postgres';
import { NotVerifiableError } from './verify.errors';

/** Rows picked at random: those whose keys have the least hashes. The same seed picks the same keys. */
export interface KeySample {
  /** Rows. */
  readonly size: number;
  /** A whole number. */
  readonly seed: number;
}

/** Types whose values look the same in PostgreSQL's words and in ours. */
const PLAIN_TYPES = ['text', 'character varying', 'uuid', 'smallint', 'integer', 'bigint'];

/** Throws `NotVerifiableError`. */
export function assertCanBeSampled(projection: string, { keyColumns }: TableShape): void {
  const odd = keyColumns.find(({ type }) => !PLAIN_TYPES.includes(type));
  if (odd) throw new NotVerifiableError(projection, `keys of type ${odd.type} can't be sampled; verify all rows`);
}

/** The hash of a row's key as PostgreSQL computes it: hexadecimal digits. */
export const hashExpression = ({ keyColumns }: TableShape, { seed }: KeySample): string =>
  `md5(concat_ws('|', '${BigInt(seed)}', ${keyColumns.map(({ name }) => `${name}::text`).join(', ')}))`;

/** The same hash, of the texts of a row's key columns. */
export const hashOf = (seed: number, key: readonly string[]): string =>
  createHash('md5')
    .update([seed, ...key].join('|'))
    .digest('hex');
