import type { LogMarker } from '../records/log.marker';
import { type Hole, LOG_START, PartitionChain } from './partition.chain';

/** Consecutive events of the log; everything up to `position` has been handed out with them. */
export interface Merged<Event> {
  readonly events: Event[];
  readonly position: bigint;
}

/**
 * Puts the partitions of the log's topic together in the log's order. Knows nothing of Kafka: partitions tell it their
 * events and markers in any interleaving, repeatedly or not at all, and what it hands out is the log, each event once.
 * What the partitions can't prove is asked for as a hole, which has to be repaired before anything beyond it comes.
 */
export class PartitionMerge<Event extends { readonly position: bigint }> {
  readonly #chains: readonly PartitionChain<Event>[];
  #complete: bigint;

  /** Hands out what comes after (not including) `after`, from the start of the log where none is given. */
  constructor(partitions: number, after: bigint | undefined) {
    this.#complete = after ?? LOG_START;
    this.#chains = Array.from({ length: partitions }, () => new PartitionChain<Event>(this.#complete));
  }

  event(partition: number, event: Event): void {
    this.#chains[partition]?.event(event.position, event);
  }

  /** An event that was handed out before: it may be counted by a marker. */
  oldEvent(partition: number, position: bigint): void {
    this.#chains[partition]?.event(position, undefined);
  }

  marker(partition: number, marker: LogMarker): void {
    this.#chains[partition]?.marker(marker);
  }

  /** What all partitions have proved, `maxEvents` at the most; undefined where nothing is new. */
  take(maxEvents: number): Merged<Event> | undefined {
    const proved = this.#provedUpTo();
    if (proved <= this.#complete) return undefined;
    const events: Event[] = [];
    for (let next = this.#firstUpTo(proved); next !== undefined; next = this.#firstUpTo(proved)) {
      if (events.length === maxEvents) return this.#handOut(events, events[maxEvents - 1]?.position ?? proved);
      events.push(next.event);
      next.chain.shift();
    }
    return this.#handOut(events, proved);
  }

  /** The next range that has to be got elsewhere; undefined while partitions have still to get there, or need nothing. */
  get hole(): Hole | undefined {
    const holes = this.#chains.flatMap((chain) => chain.holes).sort((a, b) => (a.after < b.after ? -1 : 1));
    let upTo = this.#complete;
    for (const hole of holes) {
      if (hole.after > upTo) break;
      if (hole.upTo > upTo) upTo = hole.upTo;
    }
    return upTo > this.#complete && this.#provedUpTo() === this.#complete ? { after: this.#complete, upTo } : undefined;
  }

  /** Everything up to here was got elsewhere and handed out. */
  repaired(upTo: bigint): void {
    if (upTo > this.#complete) this.#complete = upTo;
    for (const chain of this.#chains) chain.repaired(upTo);
  }

  /** Confirmed events of the partition that wait: it can be held back without holding back the others. */
  waiting(partition: number): number {
    return this.#chains[partition]?.waiting ?? 0;
  }

  /** Nothing that is known waits to be handed out or repaired. */
  get isDrained(): boolean {
    return this.#chains.every(({ waiting, holes }) => waiting === 0 && holes.length === 0);
  }

  #handOut(events: Event[], position: bigint): Merged<Event> {
    this.#complete = position;
    return { events, position };
  }

  #provedUpTo(): bigint {
    return this.#chains
      .map(({ provedUpTo }) => provedUpTo)
      .reduce((a, b) => (a < b ? a : b), this.#chains[0]?.provedUpTo ?? LOG_START);
  }

  #firstUpTo(upTo: bigint): { chain: PartitionChain<Event>; event: Event } | undefined {
    let first: { chain: PartitionChain<Event>; event: Event } | undefined;
    for (const chain of this.#chains) {
      const event = chain.peek();
      if (event === undefined || event.position > upTo) continue;
      if (first === undefined || event.position < first.event.position) first = { chain, event };
    }
    return first;
  }
}
