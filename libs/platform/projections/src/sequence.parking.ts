import type { FeedEvent } from './feed';
import { sequenceOf } from './event.sequence';
import { ProjectionBrokenError } from './projection.errors';

/** An event that could not be folded. */
export interface Poison {
  readonly event: FeedEvent;
  readonly sequence: string;
  readonly error: string;
  /** Times that the process ended while it was handled. */
  readonly unfinishedAttempts: number;
}

/** What has to be written down of parking, in the transaction of the rows. */
export interface ParkingChanges {
  /** Sequences that go on. Where one is among `parked` again, another event has stopped it, or the same one. */
  readonly released: Release[];
  readonly parked: Poison[];
  readonly waiting: { readonly sequence: string; readonly position: bigint }[];
  /** Positions that were skipped before, and are again. */
  readonly skippedAgain: bigint[];
}

export interface Release {
  readonly sequence: string;
  readonly skips: boolean;
}

/** What is known of parking when a projection is opened. */
export interface KnownParking {
  readonly sequences: ReadonlySet<string>;
  /** Positions that somebody has had skipped; only looked at where an event can't be folded. */
  readonly skipped: ReadonlySet<bigint>;
}

export const NOTHING_PARKED: KnownParking = { sequences: new Set(), skipped: new Set() };

/** A projection that parks more than this is not stopped by single events but broken. */
export const MOST_PARKED_SEQUENCES = 1_000;

/** The sequences of one projection that wait for somebody to mend what an event of theirs has broken. */
export class SequenceParking {
  private readonly sequences: Set<string>;
  private changes = noChanges();

  constructor(
    private readonly projection: string,
    private readonly known: KnownParking,
    private readonly mostSequences: number = MOST_PARKED_SEQUENCES,
  ) {
    this.sequences = new Set(known.sequences);
  }

  get isEmpty(): boolean {
    return this.sequences.size === 0;
  }

  isParked(event: FeedEvent): boolean {
    return this.sequences.size > 0 && this.sequences.has(sequenceOf(event));
  }

  /** True where the event has to wait, which is then noted. */
  holds(event: FeedEvent): boolean {
    if (this.sequences.size === 0) return false;
    const sequence = sequenceOf(event);
    if (!this.sequences.has(sequence)) return false;
    this.changes.waiting.push({ sequence, position: event.position });
    return true;
  }

  /** Throws `ProjectionBrokenError` where that is too much. */
  park(event: FeedEvent, cause: unknown, unfinishedAttempts = 0): void {
    if (this.known.skipped.has(event.position)) {
      this.changes.skippedAgain.push(event.position);
      return;
    }
    const error = `${event.type} at position ${event.position} of ${event.stream}: ${String(cause)}`;
    if (this.sequences.size >= this.mostSequences) {
      const reason = `more than ${this.mostSequences} sequences would be parked; the last by ${error}`;
      throw new ProjectionBrokenError(this.projection, reason, { cause });
    }
    const sequence = sequenceOf(event);
    this.sequences.add(sequence);
    this.changes.parked.push({ event, sequence, error, unfinishedAttempts });
  }

  /** The events of the sequence that come next are those that wait. */
  release(release: Release): void {
    this.sequences.delete(release.sequence);
    this.changes.released.push(release);
  }

  takeChanges(): ParkingChanges {
    const { changes } = this;
    this.changes = noChanges();
    return changes;
  }
}

const noChanges = (): ParkingChanges => ({ released: [], parked: [], waiting: [], skippedAgain: [] });
