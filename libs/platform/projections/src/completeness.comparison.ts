import { keyText, storableText, type TableShape } from '@tenure/postgres';

/** A column whose value is not the one that the events give. Values as the entity has them. */
export interface ColumnDifference {
  /** The entity's property. */
  readonly column: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** A row that is not what the events give. `key`: the values of its key columns as text. */
export type RowDifference =
  | { readonly kind: 'differs'; readonly key: readonly string[]; readonly columns: readonly ColumnDifference[] }
  | { readonly kind: 'missing'; readonly key: readonly string[]; readonly expected: object }
  | { readonly kind: 'surplus'; readonly key: readonly string[]; readonly found: object };

export const keyOfRow = ({ keyColumns }: TableShape, row: object): string[] =>
  keyColumns.map((column) => keyText(column, Reflect.get(row, column.property)));

/** Where two rows of the same key differ, by what the values mean: `1.50` is `1.5`, a time is the same in any offset. */
export function compareRows(shape: TableShape, expected: object, found: object): ColumnDifference[] {
  return shape.columns.flatMap(({ property, type }) => {
    const pair = { expected: valueOf(expected, property), found: valueOf(found, property) };
    return meaningOf(pair.expected, type) === meaningOf(pair.found, type) ? [] : [{ column: property, ...pair }];
  });
}

const valueOf = (row: object, property: string): unknown => Reflect.get(row, property) ?? null;

/** One text for all ways to write a value that PostgreSQL keeps as the same. */
function meaningOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value) && type.endsWith('[]')) {
    return `[${value.map((element) => meaningOf(element, type.replace(/(\[\])+$/, ''))).join(',')}]`;
  }
  if (INSTANTS.test(type)) return `at ${typeof value === 'string' ? Date.parse(value) : Number(value)}`;
  if (NUMBERS.test(type)) return numberText(value, type);
  return JSON.stringify(sorted(value));
}

const INSTANTS = /^timestamp/;
const NUMBERS = /^(smallint|integer|bigint|numeric|decimal|real|double precision)/;

function numberText(value: unknown, type: string): string {
  if (type === 'real') return `${Math.fround(Number(value))}`;
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${BigInt(text)}` : `${Number(text)}`;
}

/** JSON has no order of members, and none that is undefined. */
function sorted(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'bigint') return `${value}`;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = new Map<string, unknown>(Object.entries(value));
  const names = [...members.keys()].filter((name) => members.get(name) !== undefined).sort();
  return { members: names.map((name) => [storableText(name), sorted(members.get(name))]) };
}
