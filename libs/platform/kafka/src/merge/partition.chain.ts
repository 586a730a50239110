import type { LogMarker } from '../records/log.marker';

/** Positions beyond `after` and up to `upTo`, of which a partition does not say what it held. */
export interface Hole {
  readonly after: bigint;
  readonly upTo: bigint;
}

/** Before the first position of the log. */
export const LOG_START = -1n;

/**
 * What one partition has proved so far. Events count only once a marker has confirmed them; records may come again, in
 * any order, and be missing: whatever the markers do not prove becomes a hole.
 */
export class PartitionChain<Event extends { readonly position: bigint }> {
  /** Ordered by position, not yet handed out. */
  readonly #confirmed: Event[] = [];
  #next = 0;
  /** Everything that no marker has spoken of yet, by position; undefined what needs no handing out but may be counted. */
  readonly #unconfirmed = new Map<bigint, Event | undefined>();
  #holes: Hole[] = [];

  /** `spokenFor`: markers, or holes, reach up to here. */
  constructor(private spokenFor: bigint) {}

  /** An event came; without content where it was handed out before. */
  event(position: bigint, event: Event | undefined): void {
    this.#unconfirmed.set(position, event);
  }

  marker({ after = LOG_START, position, events }: LogMarker): void {
    if (position > this.spokenFor) {
      if (after > this.spokenFor) this.#leaveHole(after);
      if (this.#countIn(after, position) === events) this.#confirm(position);
      else this.#leaveHole(position);
    }
    for (const seen of this.#unconfirmed.keys()) if (seen <= position) this.#unconfirmed.delete(seen);
  }

  /** Everything up to here can be handed out. */
  get provedUpTo(): bigint {
    return this.#holes[0]?.after ?? this.spokenFor;
  }

  get holes(): readonly Hole[] {
    return this.#holes;
  }

  /** How many confirmed events wait. */
  get waiting(): number {
    return this.#confirmed.length - this.#next;
  }

  /** The first confirmed event that waits. */
  peek(): Event | undefined {
    return this.#confirmed[this.#next];
  }

  shift(): void {
    this.#next++;
    if (this.#next < 1_000 || this.#next * 2 < this.#confirmed.length) return;
    this.#confirmed.splice(0, this.#next);
    this.#next = 0;
  }

  /** Everything up to here was got elsewhere. */
  repaired(upTo: bigint): void {
    if (upTo > this.spokenFor) this.spokenFor = upTo;
    this.#holes = this.#holes
      .filter((hole) => hole.upTo > upTo)
      .map((hole) => (hole.after < upTo ? { ...hole, after: upTo } : hole));
    for (let event = this.peek(); event !== undefined && event.position <= upTo; event = this.peek()) this.shift();
  }

  #countIn(after: bigint, upTo: bigint): number {
    let count = 0;
    for (const position of this.#unconfirmed.keys()) if (position > after && position <= upTo) count++;
    return count;
  }

  #confirm(upTo: bigint): void {
    const events: Event[] = [];
    for (const [position, event] of this.#unconfirmed) {
      if (event !== undefined && position > this.spokenFor && position <= upTo) events.push(event);
    }
    this.#confirmed.push(...events.sort((a, b) => (a.position < b.position ? -1 : 1)));
    this.spokenFor = upTo;
  }

  #leaveHole(upTo: bigint): void {
    this.#holes.push({ after: this.spokenFor, upTo });
    this.spokenFor = upTo;
  }
}
