import { NUMBER_FACTS, type FactCondition, type FactName, type NumberFact } from '@tenure/behaviour-contract';
import { isAsAsked, type Asked } from './asked';
import { contractFlipOn } from './contract.flip';
import type { CustomerBehaviour } from './customer.behaviour';
import { dailyFlipOn } from './daily.flip';
import { NUMBER_SOURCES } from './number.sources';
import { TEXT_SOURCES } from './text.sources';
import { windowFlipOn } from './window.flip';

export interface Flip {
  readonly holds: boolean;
  /** The first day after today on which it is, or may be, the other way round. */
  readonly nextOn: number | undefined;
}

/** Whether one fact is as it is asked for, and until when. */
export function flipOfFact(condition: FactCondition, behaviour: CustomerBehaviour, day: number): Flip {
  if ('known' in condition) return ofKnown(condition.fact, condition.known, behaviour, day);
  if ('in' in condition) {
    const value = TEXT_SOURCES[condition.fact](behaviour);
    return { holds: value !== undefined && condition.in.includes(value), nextOn: undefined };
  }
  if ('is' in condition) return ofContractual(condition.is, behaviour, day);
  const { fact, atLeast = -Infinity, below = Infinity } = condition;
  return ofNumber(fact, { atLeast, below }, behaviour, day);
}

function ofKnown(fact: FactName, known: boolean, behaviour: CustomerBehaviour, day: number): Flip {
  if (isNumberFact(fact)) return ofNumber(fact, { atLeast: -Infinity, below: Infinity, known }, behaviour, day);
  if (fact === 'contractual') return { holds: known, nextOn: undefined };
  return { holds: (TEXT_SOURCES[fact](behaviour) !== undefined) === known, nextOn: undefined };
}

const NUMBERS: ReadonlySet<string> = new Set(NUMBER_FACTS);
const isNumberFact = (fact: FactName): fact is NumberFact => NUMBERS.has(fact);

function ofContractual(is: boolean, behaviour: CustomerBehaviour, day: number): Flip {
  const asked: Asked = is ? { atLeast: 1, below: Infinity } : { atLeast: 0, below: 1 };
  return ofNumber('contracts', asked, behaviour, day);
}

function ofNumber(fact: NumberFact, asked: Asked, behaviour: CustomerBehaviour, day: number): Flip {
  const source = NUMBER_SOURCES[fact];
  const holds = isAsAsked(source.value(behaviour, day), asked);
  switch (source.changes) {
    case 'never':
      return { holds, nextOn: undefined };
    case 'daily':
      return { holds, nextOn: dailyFlipOn(source, asked, behaviour, day) };
    case 'windows':
      return { holds, nextOn: windowFlipOn(source, asked, behaviour, day) };
    case 'contracts':
      return { holds, nextOn: contractFlipOn(source.value, asked, behaviour, day) };
  }
}
