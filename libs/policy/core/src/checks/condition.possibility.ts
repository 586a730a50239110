import type { Condition, FactCondition, FactName } from '@tenure/behaviour-contract';
import { inBoth, valuesOf, type Values } from './condition.values';

/** What has to be so of each fact that is named: one of the ways in which a condition can hold. */
export type Possibility = ReadonlyMap<FactName, Values>;

/** Beyond so many ways nothing is concluded. */
const MOST_POSSIBILITIES = 2_000;

/**
 * Whether conditions can hold of the same facts. Each fact is looked at by itself, so that what can't be for reasons between
 * facts (more orders in 7 days than in 30) passes as possible; what is said to be impossible is.
 */
export function canHoldTogether(conditions: readonly Condition[], given: Possibility = new Map()): boolean {
  const ways = waysOf({ all: conditions }, true);
  return ways === undefined || ways.some((way) => both(way, given) !== undefined);
}

/** Whether a condition is sure to hold, whatever the facts. */
export const alwaysHolds = (condition: Condition): boolean => !canHoldTogether([{ not: condition }]);

/** In disjunctive form; undefined where there are too many. */
function waysOf(condition: Condition, isHeld: boolean): readonly Possibility[] | undefined {
  if ('not' in condition) return waysOf(condition.not, !isHeld);
  if ('all' in condition) return isHeld ? waysOfAll(condition.all, true) : waysOfAny(condition.all, false);
  if ('any' in condition) return isHeld ? waysOfAny(condition.any, true) : waysOfAll(condition.any, false);
  return waysOfAtom(condition, isHeld);
}

const waysOfAtom = (atom: FactCondition, isHeld: boolean): readonly Possibility[] =>
  valuesOf(atom, isHeld).map((values) => new Map([[atom.fact, values]]));

function waysOfAny(parts: readonly Condition[], isHeld: boolean): readonly Possibility[] | undefined {
  const ways: Possibility[] = [];
  for (const part of parts) {
    const more = waysOf(part, isHeld);
    if (more === undefined || ways.length + more.length > MOST_POSSIBILITIES) return undefined;
    ways.push(...more);
  }
  return ways;
}

function waysOfAll(parts: readonly Condition[], isHeld: boolean): readonly Possibility[] | undefined {
  let ways: readonly Possibility[] = [new Map()];
  for (const part of parts) {
    const more = waysOf(part, isHeld);
    if (more === undefined || ways.length * more.length > MOST_POSSIBILITIES) return undefined;
    ways = ways.flatMap((way) => more.flatMap((other) => both(way, other) ?? []));
  }
  return ways;
}

function both(one: Possibility, other: Possibility): Possibility | undefined {
  const joined = new Map(one);
  for (const [fact, values] of other) {
    const known = joined.get(fact);
    const narrowed = known ? inBoth(known, values) : values;
    if (!narrowed) return undefined;
    joined.set(fact, narrowed);
  }
  return joined;
}
