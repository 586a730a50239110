import type { Recorded } from '@tenure/kernel';
import { keyText, storableText, type TableShape } from '@tenure/postgres';
import type { FeedBatch } from '../feed';
import type { AnyProjection } from '../projection.binding';

/** Key columns as text. */
export type RowKey = readonly string[];

/** One key column as it is; the JSON array of several. */
export const keyName = (key: RowKey): string => (key.length === 1 ? (key[0] ?? '') : JSON.stringify(key));

export const keyOfRow = ({ keyColumns }: TableShape, row: object): RowKey =>
  keyColumns.map((column) => keyText(column, Reflect.get(row, column.property)));

export interface Touched {
  /** Of rows that change, each once. */
  readonly keys: readonly RowKey[];
  /** Position of the last event that the projection looks at; undefined where it looks at none. */
  readonly upTo: bigint | undefined;
}

export const NONE_TOUCHED: Touched = { keys: [], upTo: undefined };

/** Knows which rows of a projection events change. */
export class TouchedRows {
  constructor(
    private readonly projection: AnyProjection,
    private readonly shape: TableShape,
  ) {}

  by({ events, undecodable = [] }: FeedBatch): Touched {
    const touched = new Map<string, RowKey>();
    const handled = events.filter((event) => this.#isHandled(event));
    for (const event of handled) for (const key of this.#keysOf(event)) touched.set(keyName(key), key);
    const refused = undecodable.filter((event) => this.#isHandled(event));
    return { keys: [...touched.values()], upTo: latest(handled.at(-1)?.position, refused.at(-1)?.position) };
  }

  #isHandled({ type }: { readonly type: string }): boolean {
    const { handles } = this.projection;
    return handles === 'all' || handles.includes(type);
  }

  /** Rows that are only ever inserted have keys of their own, which their fold knows. */
  #keysOf(event: Recorded): RowKey[] {
    const { projection, shape } = this;
    try {
      const keys = projection.keysOf(event).map(storableText);
      return keys.map((key) =>
        projection.insertOnly ? keyOfRow(shape, projection.fold(undefined, event, key)) : [key],
      );
    } catch {
      // An event that can't be folded changes no row: it parks its sequence, and its release is noticed.
      return [];
    }
  }
}

const latest = (one: bigint | undefined, other: bigint | undefined): bigint | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;
