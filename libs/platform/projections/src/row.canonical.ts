import type { TableShape } from '@tenure/postgres';

/**
 * Brings a row into the form that it has when it is read back: null for what is absent, instants in UTC with
 * milliseconds. So a fold sees the same row whether it comes from memory or from the table. Never mutates the row.
 */
export function compileCanonical(shape: TableShape): (row: object) => object {
  const properties = shape.columns.map(({ property, type }) => ({ property, isInstant: INSTANT_TYPES.has(type) }));
  const inUtc = compileInUtc();
  return (row) => {
    let changed: Record<string, unknown> | undefined;
    for (const { property, isInstant } of properties) {
      const value: unknown = Reflect.get(row, property);
      const stored = value === undefined ? null : isInstant && typeof value === 'string' ? inUtc(value) : value;
      if (stored !== value) (changed ??= { ...row })[property] = stored;
    }
    return changed ?? row;
  };
}

const INSTANT_TYPES = new Set(['timestamptz', 'timestamp with time zone']);

/** A row often has the instant of one event in several columns, so the last one is remembered. */
function compileInUtc(): (instant: string) => string {
  let last = '';
  let lastInUtc = '';
  return (instant) => {
    if (isInUtc(instant)) return instant;
    if (instant !== last) {
      lastInUtc = new Date(instant).toISOString();
      last = instant;
    }
    return lastInUtc;
  };
}

/** Instants from year 0 to 9999 are in the form already when they are this long and end so. */
const isInUtc = (instant: string): boolean => instant.length === 24 && instant.endsWith('Z');
