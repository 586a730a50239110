import { foldBehaviour, type BehaviourEvent, type CustomerBehaviour } from '@tenure/behaviour-facts';
import type { Recorded } from '@tenure/kernel';
import { startOf } from './learning.period';
import { shareOfHash } from './customer.hash';

/**
 * How customers behaved up to each of some days, from one pass over the log in whatever order things became known: only
 * what happened before a day counts for it. Where there are more customers than can be kept in memory, a share of them is
 * kept that depends on their ids alone.
 */
export class SnapshotBehaviours {
  readonly #days: readonly { readonly day: string; readonly startMs: number }[];
  readonly #customers = new Map<string, (CustomerBehaviour | undefined)[]>();
  /** Of 1: 1 while all are kept. */
  #share = 1;
  #firstMs = Infinity;

  constructor(
    days: Iterable<string>,
    private readonly mostCustomers = 50_000,
  ) {
    this.#days = [...new Set(days)].sort().map((day) => ({ day, startMs: Date.parse(startOf(day)) }));
  }

  add(event: Recorded<BehaviourEvent>): void {
    const { customerId } = event.data;
    const atMs = Date.parse(event.metadata.occurredAt);
    if (atMs < this.#firstMs) this.#firstMs = atMs;
    if (shareOfHash(customerId) >= this.#share) return;
    const behaviours = this.#customers.get(customerId) ?? this.#keep(customerId);
    for (let index = this.#days.length - 1; index >= 0 && atMs < (this.#days[index]?.startMs ?? 0); index--) {
      behaviours[index] = foldBehaviour(behaviours[index], event);
    }
  }

  /** When the first thing happened, in milliseconds since 1970-01-01; Infinity where nothing did. */
  get firstMs(): number {
    return this.#firstMs;
  }

  /** What share of all customers was looked at: 1, ½, ¼, … */
  get share(): number {
    return this.#share;
  }

  /** Of everybody who is known before `day`, by id: the behaviour then, and on another of the days. */
  *between(day: string, later: string): Generator<readonly [before: CustomerBehaviour, after: CustomerBehaviour]> {
    const [at, then] = [this.#indexOf(day), this.#indexOf(later)];
    for (const customerId of [...this.#customers.keys()].sort()) {
      const behaviours = this.#customers.get(customerId) ?? [];
      const [before, after] = [behaviours[at], behaviours[then]];
      if (before && after) yield [before, after];
    }
  }

  #indexOf(day: string): number {
    return this.#days.findIndex((one) => one.day === day);
  }

  #keep(customerId: string): (CustomerBehaviour | undefined)[] {
    const behaviours = this.#days.map(() => undefined);
    this.#customers.set(customerId, behaviours);
    while (this.#customers.size > this.mostCustomers) {
      this.#share /= 2;
      for (const known of this.#customers.keys()) if (shareOfHash(known) >= this.#share) this.#customers.delete(known);
    }
    return behaviours;
  }
}
