import type { DomainEvent } from './decider';
import type { Recorded } from './recorded';

/**
 * A read model as a pure fold: the row of each key after each event. The engine loads the rows that a batch touches,
 * folds them in memory, and writes rows and position in one transaction.
 */
export interface Projection<Row extends object, Event extends DomainEvent = DomainEvent> {
  /** The question that it answers, in kebab-case; also the name that people type. */
  readonly name: string;
  /** Raised when the rows of the same history would differ; a new version is filled anew. */
  readonly version: number;
  /** Event types that it looks at; `'all'` for every type known to the platform. */
  readonly handles: readonly Event['type'][] | 'all';
  /** Keys of the rows that the event changes; empty when it changes none. */
  readonly keysOf: (event: Recorded<Event>) => readonly string[];
  /** The row after the event. `row` is undefined where there is none yet. Never mutates `row`. */
  readonly fold: (row: Row | undefined, event: Recorded<Event>, key: string) => Row;
  /** True when every key occurs in one event only, so that no row has to be loaded before it is written. */
  readonly insertOnly?: boolean;
}
