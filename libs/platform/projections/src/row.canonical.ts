import type { TableShape } from '@tenure/postgres';

/**
 * Brings a row into the form that it has when it is read back: null for what is absent, instants in UTC with
 * milliseconds. So a fold sees the same row whether it comes from memory or from the table. Never mutates the row.
 */
export function compileCanonical(shape: TableShape): (row: object) => object {
  const properties = shape.columns.map(({ property, type }) => ({ property, isInstant: INSTANT_TYPES.has(type) }));
  return (row) => {
    let changed: Record<string, unknown> | undefined;
    for (const { property, isInstant } of properties) {
      const value: unknown = Reflect.get(row, property);
      if (value === undefined) (changed ??= { ...row })[property] = null;
      else if (isInstant && typeof value === 'string' && !isCanonical(value)) {
        (changed ??= { ...row })[property] = new Date(value).toISOString();
      }
    }
    return changed ?? row;
  };
}

const INSTANT_TYPES = new Set(['timestamptz', 'timestamp with time zone']);

const isCanonical = (instant: string): boolean => instant.length === 24 && instant.endsWith('Z');
