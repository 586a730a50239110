import { NUMBER_FACTS, type Condition, type FactCondition, type NumberFact } from '@tenure/behaviour-contract';
import { isAsAsked, type Asked } from './asked';
import { contractFlipOn } from './contract.flip';
import type { CustomerBehaviour } from './customer.behaviour';
import { dailyFlipOn } from './daily.flip';
import { NUMBER_SOURCES, type NumberSource } from './number.sources';
import { TEXT_SOURCES } from './text.sources';
import { askWindows } from './window.flip';

/**
 * A condition ready to be asked again and again. Positive where it holds on a day, negative where it does not; its size is
 * the first day after that one on which time alone may change it, infinite where it never does. One number, as an object for
 * each answer would cost more than finding it.
 */
export type TimedCondition = (behaviour: CustomerBehaviour, day: number) => number;

export function timedCondition(condition: Condition): TimedCondition {
  if ('all' in condition) return allOf(cheapestFirst(condition.all).map(timedCondition));
  // Not any of them is all of them not.
  if ('any' in condition) {
    return negated(allOf(cheapestFirst(condition.any).map((part) => negated(timedCondition(part)))));
  }
  if ('not' in condition) return negated(timedCondition(condition.not));
  return ofFact(condition);
}

/** What never changes by itself settles most questions before a window has to be looked through. */
const cheapestFirst = (parts: readonly Condition[]): readonly Condition[] =>
  parts.toSorted((one, other) => costOf(one) - costOf(other));

const COSTS: Readonly<Record<NumberSource['changes'], number>> = { never: 0, contracts: 1, daily: 2, windows: 3 };
const COST_OF_SEVERAL = 4;

function costOf(condition: Condition): number {
  if ('not' in condition) return costOf(condition.not);
  if ('all' in condition || 'any' in condition) return COST_OF_SEVERAL;
  if (condition.fact === 'contractual') return COSTS.contracts;
  return isNumberFact(condition.fact) ? COSTS[NUMBER_SOURCES[condition.fact].changes] : COSTS.never;
}

const negated =
  (timed: TimedCondition): TimedCondition =>
  (behaviour, day) =>
    -timed(behaviour, day);

/**
 * As long as all hold, the first that does no longer ends it; where some don't, each of them has to change first, and one
 * that never does settles it.
 */
const allOf =
  (parts: readonly TimedCondition[]): TimedCondition =>
  (behaviour, day) => {
    let first = Infinity;
    let last = 0;
    for (const part of parts) {
      const answer = part(behaviour, day);
      if (answer === -Infinity) return answer;
      if (answer > 0) first = Math.min(first, answer);
      else last = Math.max(last, -answer);
    }
    return last > 0 ? -last : first;
  };

/** Contracts change seldom, and what they answer holds until the day that it names: it is worked out once. */
function rememberedByContracts(timed: TimedCondition): TimedCondition {
  const known = new WeakMap<object, { readonly from: number; readonly answer: number }>();
  return (behaviour, day) => {
    const { contracts } = behaviour;
    if (contracts === undefined) return timed(behaviour, day);
    const kept = known.get(contracts);
    if (kept && day >= kept.from && day < Math.abs(kept.answer)) return kept.answer;
    const answer = timed(behaviour, day);
    known.set(contracts, { from: day, answer });
    return answer;
  };
}

const answerOf = (holds: boolean, nextOn: number | undefined = Infinity): number => (holds ? nextOn : -nextOn);

function ofFact(condition: FactCondition): TimedCondition {
  const { fact } = condition;
  if ('is' in condition) return ofNumber('contracts', condition.is ? { atLeast: 1, below: Infinity } : NO_CONTRACT);
  if ('in' in condition) {
    const value = TEXT_SOURCES[condition.fact];
    return (behaviour) => answerOf(condition.in.includes(value(behaviour) ?? NO_WORD));
  }
  if ('known' in condition) return ofKnown(condition);
  const { atLeast = -Infinity, below = Infinity } = condition;
  return isNumberFact(fact) ? ofNumber(fact, { atLeast, below }) : () => -Infinity;
}

const NO_CONTRACT: Asked = { atLeast: 0, below: 1 };
/** No word of a condition: they are not empty. */
const NO_WORD = '';

function ofKnown({ fact, known }: Extract<FactCondition, { known: boolean }>): TimedCondition {
  if (isNumberFact(fact)) return ofNumber(fact, { atLeast: -Infinity, below: Infinity, known });
  if (fact === 'contractual') return () => answerOf(known);
  const value = TEXT_SOURCES[fact];
  return (behaviour) => answerOf((value(behaviour) !== undefined) === known);
}

const NUMBERS: ReadonlySet<string> = new Set(NUMBER_FACTS);
const isNumberFact = (fact: string): fact is NumberFact => NUMBERS.has(fact);

function ofNumber(fact: NumberFact, asked: Asked): TimedCondition {
  const source = NUMBER_SOURCES[fact];
  const holds: (behaviour: CustomerBehaviour, day: number) => boolean = (behaviour, day) =>
    isAsAsked(source.value(behaviour, day), asked);
  switch (source.changes) {
    case 'never':
      return (behaviour, day) => answerOf(holds(behaviour, day));
    case 'daily':
      return (behaviour, day) => answerOf(holds(behaviour, day), dailyFlipOn(source, asked, behaviour, day));
    case 'windows':
      return (behaviour, day) => askWindows(source, asked, behaviour, day);
    case 'contracts':
      return rememberedByContracts((behaviour, day) =>
        answerOf(holds(behaviour, day), contractFlipOn(source.value, asked, behaviour, day)),
      );
  }
}
