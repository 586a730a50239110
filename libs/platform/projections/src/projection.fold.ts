import type { Recorded } from '@tenure/kernel';
import { storableText, type TableShape, UnsupportedEntityError } from '@tenure/postgres';
import type { Claim } from './checkpoint.store';
import { type FeedEvent, isUndecodable } from './feed';
import type { ProjectionBinding } from './projection.binding';
import { RowCache } from './row.cache';
import { noRowChanges, type ProjectionChanges, type RowChanges } from './row.changes';
import { compileCanonical } from './row.canonical';
import { type KnownParking, NOTHING_PARKED, type Release, SequenceParking } from './sequence.parking';

export type RowLoader = (keys: readonly string[]) => Promise<readonly object[]>;

type Step =
  | { readonly event: Recorded; readonly keys: readonly string[] }
  | { readonly event: FeedEvent; readonly keys?: undefined; readonly failure: unknown };

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
  readonly parking: SequenceParking;
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
    known: KnownParking = NOTHING_PARKED,
  ) {
    const { projection } = binding;
    if (!projection.insertOnly && shape.keyColumns.length !== 1) {
      throw new UnsupportedEntityError(binding.entity.name, `projection ${projection.name} needs one primary column`);
    }
    this.handles = projection.handles === 'all' ? undefined : new Set<string>(projection.handles);
    this.canonical = compileCanonical(shape);
    this.cache = new RowCache(cacheRows);
    this.parking = new SequenceParking(projection.name, known);
    this.next = noRowChanges(this.shape);
    this.writing = noRowChanges(this.shape);
    this.position = claim.position;
    this.committed = claim.position;
    this.startedEmpty = claim.position === undefined;
  }

  /**
   * Folds events beyond the position, in order; `load` is asked once for all rows that are not in memory. An event that
   * can't be folded leaves no trace in the rows: it parks its sequence, whose later events wait.
   */
  async apply(events: readonly FeedEvent[], load: RowLoader): Promise<void> {
    const steps = this.plan(events);
    this.atHand.clear();
    if (!this.binding.projection.insertOnly) await this.bringToHand(steps, load);
    for (const step of steps) this.attempt(step);
  }

  /** Folds all that a parked sequence has waiting. It is parked again where one of these can't be folded. */
  async release(release: Release, events: readonly FeedEvent[], load: RowLoader): Promise<void> {
    this.parking.release(release);
    await this.apply(events, load);
  }

  handlesType(type: string): boolean {
    return this.handles === undefined || this.handles.has(type);
  }

  /** Rows that may change again before they are written; an inserted one can't. */
  get changeableRows(): number {
    return this.binding.projection.insertOnly ? Infinity : this.next.created.size + this.next.changed.size;
  }

  /** Hands over what is to be written. It stays readable here until the next call. */
  takeChanges(): ProjectionChanges {
    for (const [key, row] of this.writing.created) this.cache.set(key, row);
    for (const [key, row] of this.writing.changed) this.cache.set(key, row);
    this.writing = this.next;
    this.next = noRowChanges(this.shape);
    return { ...this.writing, parking: this.parking.takeChanges() };
  }

  private plan(events: readonly FeedEvent[]): Step[] {
    const steps: Step[] = [];
    for (const event of events) {
      if (this.handles && !this.handles.has(event.type)) continue;
      if (isUndecodable(event)) steps.push({ event, failure: event.undecodable });
      else this.planDecoded(event, steps);
    }
    return steps;
  }

  private planDecoded(event: Recorded, steps: Step[]): void {
    try {
      const keys = this.binding.projection.keysOf(event).map(storableText);
      if (keys.length > 0) steps.push({ event, keys });
    } catch (failure) {
      steps.push({ event, failure });
    }
  }

  private attempt(step: Step): void {
    if (this.parking.holds(step.event)) return;
    if (step.keys === undefined) return this.parking.park(step.event, step.failure);
    try {
      if (this.binding.projection.insertOnly) this.insert(step.event, step.keys);
      else this.change(step.event, step.keys);
    } catch (cause) {
      this.parking.park(step.event, cause);
    }
  }

  private insert(event: Recorded, keys: readonly string[]): void {
    this.next.inserted.add(...keys.map((key) => this.binding.projection.fold(undefined, event, key)));
  }

  /** All rows of the event, or none. */
  private change(event: Recorded, keys: readonly string[]): void {
    const [only] = keys;
    if (only !== undefined && keys.length === 1) {
      const before = this.find(only);
      return this.put(only, this.rowAfter(before, event, only), before !== undefined);
    }
    const rows = new Map<string, object>();
    for (const key of keys) rows.set(key, this.rowAfter(rows.get(key) ?? this.find(key), event, key));
    for (const [key, row] of rows) this.put(key, row, this.find(key) !== undefined);
  }

  private put(key: string, row: object, isKnown: boolean): void {
    if (isKnown && !this.next.created.has(key)) this.next.changed.set(key, row);
    else this.next.created.set(key, row);
  }

  private rowAfter(before: object | undefined, event: Recorded, key: string): object {
    const row = this.canonical(this.binding.projection.fold(before, event, key));
    const stored = this.keyOf(row);
    if (stored !== key) throw new Error(`the row for key ${key} has the key ${stored}`);
    return row;
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
    const missing = this.notInMemory(steps);
    // Asked after the search, which may itself make the cache forget.
    const knowsAll = this.startedEmpty && this.cache.isComplete;
    if (knowsAll || missing.size === 0) return;
    for (const row of await load([...missing])) this.atHand.set(this.keyOf(row), row);
  }

  private notInMemory(steps: readonly Step[]): Set<string> {
    const missing = new Set<string>();
    for (const { keys } of steps) {
      if (!keys) continue;
      for (const key of keys) if (this.find(key) === undefined && !this.recall(key)) missing.add(key);
    }
    return missing;
  }

  private keyOf(row: object): string {
    return storableText(String(Reflect.get(row, this.shape.keyColumns[0]?.property ?? '')));
  }
}
