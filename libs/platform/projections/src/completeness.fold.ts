import type { Recorded } from '@tenure/kernel';
import { storableText, type TableShape } from '@tenure/postgres';
import { sequenceOf } from './event.sequence';
import type { LeftOutEvents } from './completeness.parking';
import type { AnyProjection } from './projection.binding';
import { compileCanonical } from './row.canonical';

/** An event that the projection's fold can't take. */
export interface UnfoldableEvent {
  readonly position: bigint;
  readonly type: string;
  readonly stream: string;
  readonly reason: string;
}

/**
 * A projection's rows by nothing but its own fold: no batches, cache or table. Where an event can't be folded, the rest
 * of its customer's sequence is left out.
 */
export class PlainFold {
  readonly unfoldable: UnfoldableEvent[] = [];
  private rows = new Map<string, object>();
  private inserted: object[] = [];
  private readonly stopped = new Set<string>();
  private readonly canonical: (row: object) => object;
  private readonly handles: ReadonlySet<string> | undefined;

  constructor(
    private readonly projection: AnyProjection,
    shape: TableShape,
    private readonly isWanted: (key: string) => boolean,
    private readonly leftOut: LeftOutEvents,
  ) {
    this.canonical = compileCanonical(shape);
    this.handles = projection.handles === 'all' ? undefined : new Set(projection.handles);
  }

  get size(): number {
    return this.rows.size;
  }

  add(event: Recorded): void {
    if ((this.handles && !this.handles.has(event.type)) || this.leftOut.has(event)) return;
    const sequence = sequenceOf(event);
    if (this.stopped.has(sequence)) return;
    try {
      this.keep(this.rowsAfter(event));
    } catch (error) {
      this.stopped.add(sequence);
      const { position, type, stream } = event;
      this.unfoldable.push({ position, type, stream, reason: String(error) });
    }
  }

  /** In the order in which their keys came up; they are forgotten here. */
  takeRows(): object[] {
    const rows = this.projection.insertOnly ? this.inserted : [...this.rows.values()];
    this.rows = new Map();
    this.inserted = [];
    return rows;
  }

  /** All of them or, where the fold throws, none. */
  private rowsAfter(event: Recorded): Map<string, object> {
    const { projection } = this;
    const rows = new Map<string, object>();
    for (const key of projection.keysOf(event).map(storableText).filter(this.isWanted)) {
      const before = projection.insertOnly ? undefined : (rows.get(key) ?? this.rows.get(key));
      rows.set(key, this.canonical(projection.fold(before, event, key)));
    }
    return rows;
  }

  private keep(rows: ReadonlyMap<string, object>): void {
    for (const [key, row] of rows) {
      if (this.projection.insertOnly) this.inserted.push(row);
      else this.rows.set(key, row);
    }
  }
}
