import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { PoolClient } from 'pg';

/** Something that is to be done at a moment (ISO 8601), one of its kind and key at a time. */
export interface Due {
  readonly kind: string;
  readonly key: string;
  readonly dueAt: string;
  /** What it has to know; plain JSON. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** What becomes of the due of a key: set, in place of the one that there was but for what that knew besides, or taken away. */
export type DueChange =
  | {
      readonly key: string;
      readonly dueAt: string;
      readonly about?: Readonly<Record<string, unknown>>;
    }
  | { readonly key: string; readonly dueAt: undefined };

/** What it rests on is still on its way: it stays due, and whatever is due later waits for it. */
export const NOT_YET = 'not-yet';

/** One thing that the improvement automation does by itself. */
export interface DueWork {
  /** Of its rows. */
  readonly kind: string;
  /** Types of the events that it notes. */
  readonly handles: readonly string[];
  /** Stored in one transaction with the position, so that nothing is forgotten; the same event may be noted again. */
  note(event: Recorded<DomainEvent>): readonly DueChange[];
  /**
   * Resolves to what of its kind is to be looked at next, if anything: itself at another moment, or another key. It may be called
   * again for the same moment after a crash, and must then have no further effect: commands go out under ids that follow from
   * what is due. What it throws is told, and tried again.
   */
  act(due: Due, client: PoolClient): Promise<DueChange | typeof NOT_YET | undefined>;
}
