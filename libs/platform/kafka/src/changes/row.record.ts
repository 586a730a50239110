import type { KafkaMessage, Message } from 'kafkajs';
import { type ChangeCursor, type ChangedRow, parseCursor, rowJson } from '@tenure/projections';
import { headerOf } from '../records/record.headers';

/** Whose rows, as they were at the position of the log or later. */
export interface RowOrigin {
  readonly projection: string;
  readonly version: number;
  readonly position: bigint | undefined;
}

const ROW = 'row';
const MARKER = 'marker';
const MARKER_PARTITION = 0;
/** Compaction takes no record without a key, and no row has this one. */
const MARKER_KEY = '';

export const encodeRow = ({ key, row }: ChangedRow, origin: RowOrigin): Message => ({
  key,
  headers: headersOf(ROW, origin),
  value: rowJson(row),
});

/** There is no row of that key any more. */
export const encodeGone = (key: string, origin: RowOrigin): Message => ({
  key,
  headers: headersOf(ROW, origin),
  value: null,
});

/** The topic holds everything up to the cursor; where there is none, it is being filled anew. */
export const encodeRowMarker = (cursor: string | undefined, origin: RowOrigin): Message => ({
  partition: MARKER_PARTITION,
  key: MARKER_KEY,
  headers: headersOf(MARKER, origin),
  value: JSON.stringify({ cursor: cursor ?? null }),
});

export const isRow = ({ headers }: KafkaMessage): boolean => headerOf(headers, 'kind') === ROW;

export interface RowMarker {
  readonly cursor: ChangeCursor | undefined;
  readonly version: number;
}

/** Undefined where the record is no marker. */
export function decodeRowMarker({ headers, value }: KafkaMessage): RowMarker | undefined {
  if (headerOf(headers, 'kind') !== MARKER || value === null) return undefined;
  const { cursor } = parse(value);
  return {
    cursor: typeof cursor === 'string' ? parseCursor(cursor) : undefined,
    version: Number(headerOf(headers, 'version')),
  };
}

function parse(value: Buffer): { readonly cursor?: unknown } {
  try {
    return Object(JSON.parse(value.toString())) as object;
  } catch {
    return {};
  }
}

const headersOf = (kind: string, { projection, version, position }: RowOrigin): Record<string, string> => ({
  kind,
  projection,
  version: `${version}`,
  ...(position !== undefined && { position: `${position}` }),
});
