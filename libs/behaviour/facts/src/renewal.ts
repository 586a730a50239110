import { isInForce, type ContractTerm, type CustomerBehaviour } from './customer.behaviour';

export function contractsInForce(behaviour: CustomerBehaviour, day: number): number {
  let inForce = 0;
  for (const term of termsOf(behaviour)) if (isInForce(term, day)) inForce++;
  return inForce;
}

/** Negative where it has passed; undefined where no contract in force is to be renewed. */
export function daysToRenewal(behaviour: CustomerBehaviour, day: number): number | undefined {
  const first = firstRenewalOn(behaviour, day);
  return first === undefined ? undefined : first - day;
}

/** The first renewal date of the contracts in force on a day, also where it has passed; those given notice have none. */
function firstRenewalOn(behaviour: CustomerBehaviour, day: number): number | undefined {
  let first: number | undefined;
  for (const term of termsOf(behaviour)) {
    if (term.endsOn !== undefined || !isInForce(term, day)) continue;
    if (first === undefined || term.renewsOn < first) first = term.renewsOn;
  }
  return first;
}

/** The first renewal date from a day on, of the contracts that go on; undefined where there is none. */
export function nextRenewalOn(behaviour: CustomerBehaviour, day: number): number | undefined {
  const dates = termsOf(behaviour)
    .filter(({ endsOn, renewsOn }) => endsOn === undefined && renewsOn >= day)
    .map(({ renewsOn }) => renewsOn);
  return dates.length === 0 ? undefined : Math.min(...dates);
}

/** Listed once for each state of the contracts: they change seldom, and are asked for again and again. */
export function termsOf({ contracts }: CustomerBehaviour): readonly ContractTerm[] {
  if (contracts === undefined) return NONE;
  const known = listed.get(contracts);
  if (known) return known;
  const terms = Object.values(contracts);
  listed.set(contracts, terms);
  return terms;
}

const listed = new WeakMap<object, readonly ContractTerm[]>();
const NONE: readonly ContractTerm[] = [];
