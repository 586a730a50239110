import type { CustomerFacts, Since } from './customer.facts';

/** What held at a moment, by what happened up to it, this included; null where nothing did. */
export function heldAt<Value>(changes: readonly Since<Value>[], at: number): Value | null {
  let held: Value | null = null;
  for (const change of changes) if (change.at <= at) held = change.is;
  return held;
}

/** Customers that were merged into others, some of them for a time only. */
export class Mergers {
  readonly #at = new Map<number, AsOf>();

  /** @param merged those of whom a merger is known */
  constructor(private readonly merged: readonly CustomerFacts[]) {}

  /** Under whose id the customer is known at the moment. */
  knownAs(customerId: string, at: number): string {
    if (this.merged.length === 0) return customerId;
    return this.#asOf(at).into.get(customerId) ?? customerId;
  }

  /** Those whose history counts as the customer's at the moment. */
  absorbedBy(customerId: string, at: number): readonly CustomerFacts[] {
    if (this.merged.length === 0) return NOBODY;
    return this.#asOf(at).absorbed.get(customerId) ?? NOBODY;
  }

  #asOf(at: number): AsOf {
    const known = this.#at.get(at) ?? this.#stateAt(at);
    this.#at.set(at, known);
    return known;
  }

  #stateAt(at: number): AsOf {
    const direct = new Map<string, string>();
    for (const { customerId, mergers } of this.merged) {
      const target = heldAt(mergers, at);
      if (target !== null) direct.set(customerId, target);
    }
    const into = new Map<string, string>();
    const absorbed = new Map<string, CustomerFacts[]>();
    for (const facts of this.merged) {
      const end = endOf(direct, facts.customerId);
      if (end === facts.customerId) continue;
      into.set(facts.customerId, end);
      absorbed.set(end, [...(absorbed.get(end) ?? []), facts]);
    }
    return { into, absorbed };
  }
}

const NOBODY: readonly CustomerFacts[] = [];

interface AsOf {
  readonly into: ReadonlyMap<string, string>;
  readonly absorbed: ReadonlyMap<string, readonly CustomerFacts[]>;
}

/** Whoever was merged into one that was merged itself; as of a moment in the past the mergers may form a circle. */
function endOf(direct: ReadonlyMap<string, string>, customerId: string): string {
  const passed = new Set<string>();
  let end = customerId;
  for (let next = direct.get(end); next !== undefined && !passed.has(next); next = direct.get(end)) {
    passed.add(next);
    end = next;
  }
  return end;
}
