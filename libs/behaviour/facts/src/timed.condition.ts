import { NUMBER_FACTS, type Condition, type FactCondition, type NumberFact } from '@tenure/behaviour-contract';
import { isAsAsked, type Asked } from './asked';
import { contractFlipOn } from './contract.flip';
import type { CustomerBehaviour } from './customer.behaviour';
import { dailyFlipOn } from './daily.flip';
import { NUMBER_SOURCES, type NumberSource } from './number.sources';
import { TEXT_SOURCES } from './text.sources';
import { askWindows, windowsHold } from './window.flip';

/**
 * A condition ready to be asked again and again. Positive where it holds on a day, negative where it does not; its size is
 * the first day after that one on which time alone may change it, infinite where it never does. One number, as an object for
 * each answer would cost more than finding it.
 */
export type TimedCondition = (behaviour: CustomerBehaviour, day: number) => number;

export const timedCondition = (condition: Condition): TimedCondition => partOf(condition).ask;

interface Part {
  readonly ask: TimedCondition;
  /** Whether it holds, where that is far cheaper to find than until when. */
  readonly holds?: (behaviour: CustomerBehaviour, day: number) => boolean;
}

function partOf(condition: Condition): Part {
  if ('all' in condition) return { ask: allOf(cheapestFirst(condition.all).map(partOf)) };
  // Not any of them is all of them not.
  if ('any' in condition) return negated({ ask: allOf(cheapestFirst(condition.any).map(partOf).map(negated)) });
  if ('not' in condition) return negated(partOf(condition.not));
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

const negated = ({ ask, holds }: Part): Part => ({
  ask: (behaviour, day) => -ask(behaviour, day),
  ...(holds && { holds: (behaviour: CustomerBehaviour, day: number) => !holds(behaviour, day) }),
});

/**
 * As long as all hold, the first that does no longer ends it; where some don't, each of them has to change first, and one
 * that never does settles it. Until when the others hold does not matter then.
 */
const allOf =
  (parts: readonly Part[]): TimedCondition =>
  (behaviour, day) => {
    let first = Infinity;
    let last = 0;
    for (const { ask, holds } of parts) {
      if (holds?.(behaviour, day)) continue;
      const answer = ask(behaviour, day);
      if (answer === -Infinity) return answer;
      if (answer > 0) first = Math.min(first, answer);
      else last = Math.max(last, -answer);
    }
    return last > 0 ? -last : Math.min(first, endOf(parts, behaviour, day));
  };

/** The first day on which one of those does not hold any more that were only asked whether they do. */
function endOf(parts: readonly Part[], behaviour: CustomerBehaviour, day: number): number {
  let first = Infinity;
  for (const { ask, holds } of parts) if (holds) first = Math.min(first, ask(behaviour, day));
  return first;
}

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

function ofFact(condition: FactCondition): Part {
  const { fact } = condition;
  if ('is' in condition) return ofNumber('contracts', condition.is ? { atLeast: 1, below: Infinity } : NO_CONTRACT);
  if ('in' in condition) {
    const value = TEXT_SOURCES[condition.fact];
    return { ask: (behaviour) => answerOf(condition.in.includes(value(behaviour) ?? NO_WORD)) };
  }
  if ('known' in condition) return ofKnown(condition);
  const { atLeast = -Infinity, below = Infinity } = condition;
  return isNumberFact(fact) ? ofNumber(fact, { atLeast, below }) : NEVER;
}

const NEVER: Part = { ask: () => -Infinity };
const NO_CONTRACT: Asked = { atLeast: 0, below: 1 };
/** No word of a condition: they are not empty. */
const NO_WORD = '';

function ofKnown({ fact, known }: Extract<FactCondition, { known: boolean }>): Part {
  if (isNumberFact(fact)) return ofNumber(fact, { atLeast: -Infinity, below: Infinity, known });
  if (fact === 'contractual') return { ask: () => answerOf(known) };
  const value = TEXT_SOURCES[fact];
  return { ask: (behaviour) => answerOf((value(behaviour) !== undefined) === known) };
}

const NUMBERS: ReadonlySet<string> = new Set(NUMBER_FACTS);
const isNumberFact = (fact: string): fact is NumberFact => NUMBERS.has(fact);

function ofNumber(fact: NumberFact, asked: Asked): Part {
  const source = NUMBER_SOURCES[fact];
  const holds: (behaviour: CustomerBehaviour, day: number) => boolean = (behaviour, day) =>
    isAsAsked(source.value(behaviour, day), asked);
  switch (source.changes) {
    case 'never':
      return { ask: (behaviour, day) => answerOf(holds(behaviour, day)) };
    case 'daily':
      return {
        ask: (behaviour, day) => answerOf(holds(behaviour, day), dailyFlipOn(source, asked, behaviour, day)),
      };
    case 'windows':
      return {
        ask: (behaviour, day) => askWindows(source, asked, behaviour, day),
        holds: (behaviour, day) => windowsHold(source, asked, behaviour, day),
      };
    case 'contracts': {
      const ask: TimedCondition = (behaviour, day) =>
        answerOf(holds(behaviour, day), contractFlipOn(source.value, asked, behaviour, day));
      return { ask: rememberedByContracts(ask) };
    }
  }
}
