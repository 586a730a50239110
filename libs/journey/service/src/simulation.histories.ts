import { BEHAVIOUR_EVENT_TYPES } from '@tenure/behaviour-facts';
import type { EventHistory } from '@tenure/event-store';
import { journeyCodec } from '@tenure/journey-contract';
import { JOURNEY_CAUSES, STANDING_EVENT_TYPES } from '@tenure/journey-core';
import { fingerprintOf, type Recorded } from '@tenure/kernel';

/** Everything that a customer's journeys can depend on. */
const TYPES: readonly string[] = [
  ...new Set([...BEHAVIOUR_EVENT_TYPES, ...STANDING_EVENT_TYPES, ...JOURNEY_CAUSES, ...journeyCodec.types]),
];

export interface CustomerHistory {
  readonly customerId: string;
  /** Ordered by position. */
  readonly events: readonly Recorded[];
}

/** The customers whose number, by what their id comes to, leaves this rest. */
interface Share {
  readonly of: number;
  readonly rest: number;
}

/** In memory at once. */
const MOST_EVENTS = 300_000;

/**
 * The whole history, customer by customer, in no order of theirs. The log is read once, and once more for each share of
 * the customers that takes its place where all of them would be too much to keep in memory.
 */
export async function* customerHistories(
  history: EventHistory,
  signal: AbortSignal,
  mostEvents = MOST_EVENTS,
): AsyncGenerator<CustomerHistory> {
  const shares: Share[] = [{ of: 1, rest: 0 }];
  for (let share = shares.pop(); share; share = shares.pop()) {
    const found = new Gathered(share, mostEvents);
    for await (const events of history.read(TYPES, signal)) events.forEach((event) => found.add(event));
    shares.push(...found.leftOver);
    yield* found.customers();
  }
}

class Gathered {
  readonly leftOver: Share[] = [];
  readonly #events = new Map<string, Recorded[]>();
  #count = 0;

  constructor(
    private share: Share,
    private readonly mostEvents: number,
  ) {}

  add(event: Recorded): void {
    const { customerId } = event.metadata;
    if (customerId === undefined || !isIn(customerId, this.share)) return;
    const known = this.#events.get(customerId);
    if (known) known.push(event);
    else this.#events.set(customerId, [event]);
    this.#count += 1;
    // One customer can't be divided, however much they did.
    if (this.#count > this.mostEvents && this.#events.size > 1) this.#halve();
  }

  *customers(): Generator<CustomerHistory> {
    for (const [customerId, events] of this.#events) {
      yield { customerId, events };
      this.#events.delete(customerId);
    }
  }

  #halve(): void {
    const { of, rest } = this.share;
    this.leftOver.push({ of: of * 2, rest: rest + of });
    this.share = { of: of * 2, rest };
    for (const [customerId, events] of this.#events) {
      if (isIn(customerId, this.share)) continue;
      this.#count -= events.length;
      this.#events.delete(customerId);
    }
  }
}

const isIn = (customerId: string, { of, rest }: Share): boolean =>
  of === 1 || Number.parseInt(fingerprintOf(customerId), 36) % of === rest;
