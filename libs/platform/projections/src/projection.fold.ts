import type { Recorded } from '@tenure/kernel';
import { CopyBuffer, storableText, type TableShape, UnsupportedEntityError } from '@tenure/postgres';
import type { Claim } from './checkpoint.store';
import type { ProjectionBinding } from './projection.binding';
import { ProjectionBrokenError } from './projection.errors';
import { RowCache } from './row.cache';
import { compileCanonical } from './row.canonical';

/** Rows to be written, keys unique among them. */
export interface RowChanges {
  /** Keys that the table does not have. */
  readonly created: Map<string, object>;
  /** Keys that it has. */
  readonly changed: Map<string, object>;
  /** Of insert-only projections. */
  readonly inserted: CopyBuffer;
}

export type RowLoader = (keys: readonly string[]) => Promise<readonly object[]>;

interface Step {
  readonly event: Recorded;
  readonly key: string;
}

const noChanges = (shape: TableShape): RowChanges => ({
  created: new Map(),
  changed: new Map(),
  inserted: new CopyBuffer(shape),
});

/**
 * One projection's rows in memory: those not yet written, those being written, and a cache of those written before,
 * which holds because nobody else can write them. What is in none of them has to be loaded, unless the cache has seen
 * the table grow from nothing and has forgotten none.
 */
export class ProjectionFold {
  /** Folded up to here. */
  position: bigint | undefined;
  /** Written up to here. */
  committed: bigint | undefined;
  private next: RowChanges;
  private writing: RowChanges;
  private readonly atHand = new Map<string, object>();
  private readonly cache: RowCache<object>;
  private readonly handles: ReadonlySet<string> | undefined;
  private readonly canonical: (row: object) => object;
  private readonly startedEmpty: boolean;

  constructor(
    readonly binding: ProjectionBinding,
    readonly shape: TableShape,
    /** Quoted; another table than the shape's during a rebuild. */
    readonly table: string,
    readonly claim: Claim,
    cacheRows: number,
  ) {
    const { projection } = binding;
    if (!projection.insertOnly && shape.keyColumns.length !== 1) {
      throw new UnsupportedEntityError(binding.entity.name, `projection ${projection.name} needs one primary column`);
    }
    this.handles = projection.handles === 'all' ? undefined : new Set<string>(projection.handles);
    this.canonical = compileCanonical(shape);
    this.cache = new RowCache(cacheRows);
    this.next = noChanges(shape);
    this.writing = noChanges(shape);
    this.position = claim.position;
    this.committed = claim.position;
    this.startedEmpty = claim.position === undefined;
  }

  /** Folds events beyond the position, in order; `load` is asked once for all rows that are not in memory. */
  async apply(events: readonly Recorded[], load: RowLoader): Promise<void> {
    const steps = this.guard(undefined, () => this.plan(events));
    this.atHand.clear();
    if (!this.binding.projection.insertOnly) await this.bringToHand(steps, load);
    for (const { event, key } of steps) this.guard(event, () => this.step(event, key));
  }

  /** Rows that may change again before they are written; an inserted one can't. */
  get changeableRows(): number {
    return this.binding.projection.insertOnly ? Infinity : this.next.created.size + this.next.changed.size;
  }

  /** Hands over what is to be written. It stays readable here until the next call. */
  takeChanges(): RowChanges {
    for (const [key, row] of this.writing.created) this.cache.set(key, row);
    for (const [key, row] of this.writing.changed) this.cache.set(key, row);
    this.writing = this.next;
    this.next = noChanges(this.shape);
    return this.writing;
  }

  private plan(events: readonly Recorded[]): Step[] {
    const steps: Step[] = [];
    for (const event of events) {
      if (this.handles && !this.handles.has(event.type)) continue;
      for (const key of this.binding.projection.keysOf(event)) steps.push({ event, key: storableText(key) });
    }
    return steps;
  }

  private step(event: Recorded, key: string): void {
    const { projection } = this.binding;
    if (projection.insertOnly) {
      this.next.inserted.add(projection.fold(undefined, event, key));
      return;
    }
    const before = this.find(key);
    const row = this.canonical(projection.fold(before, event, key));
    this.assertKey(row, key);
    if (before !== undefined && !this.next.created.has(key)) this.next.changed.set(key, row);
    else this.next.created.set(key, row);
  }

  private find(key: string): object | undefined {
    return this.unsaved(key) ?? this.atHand.get(key);
  }

  private recall(key: string): boolean {
    const row = this.cache.get(key);
    if (row !== undefined) this.atHand.set(key, row);
    return row !== undefined;
  }

  private unsaved(key: string): object | undefined {
    return (
      this.next.changed.get(key) ??
      this.next.created.get(key) ??
      this.writing.changed.get(key) ??
      this.writing.created.get(key)
    );
  }

  /** Rows are set aside for the whole batch: the cache may forget any of them while the batch is folded. */
  private async bringToHand(steps: readonly Step[], load: RowLoader): Promise<void> {
    const knowsAll = this.startedEmpty && this.cache.isComplete;
    const missing = new Set<string>();
    for (const { key } of steps) if (this.find(key) === undefined && !this.recall(key)) missing.add(key);
    if (knowsAll || missing.size === 0) return;
    for (const row of await load([...missing])) this.atHand.set(this.keyOf(row), row);
  }

  private keyOf(row: object): string {
    return storableText(String(Reflect.get(row, this.shape.keyColumns[0]?.property ?? '')));
  }

  private assertKey(row: object, key: string): void {
    const stored = this.keyOf(row);
    if (stored !== key) throw new Error(`the row for key ${key} has the key ${stored}`);
  }

  private guard<T>(event: Recorded | undefined, work: () => T): T {
    try {
      return work();
    } catch (cause) {
      const at = event ? `${event.type} at position ${event.position} of ${event.stream}: ` : '';
      throw new ProjectionBrokenError(this.binding.projection.name, `${at}${String(cause)}`, { cause });
    }
  }
}
