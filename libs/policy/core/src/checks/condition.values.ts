import type { FactCondition, FactName } from '@tenure/behaviour-contract';

/** What a fact may be: unknown, or a number within bounds, or a word. */
export interface Values {
  readonly unknown: boolean;
  readonly known: boolean;
  readonly atLeast: number;
  readonly below: number;
  /** Undefined where it may be any but `others`. */
  readonly words?: readonly string[];
  readonly others: readonly string[];
}

const ANY: Values = { unknown: true, known: true, atLeast: -Infinity, below: Infinity, others: [] };
const UNKNOWN: Values = { ...ANY, known: false };
const KNOWN: Values = { ...ANY, unknown: false };

/** These alone can be below 0. */
const MAY_BE_NEGATIVE: ReadonlySet<FactName> = new Set<FactName>([
  'daysToRenewal',
  'loginTrendPercent',
  'spend180Minor',
]);

/** What the fact is where the atom holds, or where it does not: one of these. */
export function valuesOf(atom: FactCondition, isHeld: boolean): readonly Values[] {
  return (isHeld ? [heldBy(atom)] : [...(isNoneTold(atom) ? [] : [UNKNOWN]), ...otherThan(atom)]).filter(isPossible);
}

export function inBoth(one: Values, other: Values): Values | undefined {
  const words = one.words && other.words ? one.words.filter((word) => other.words?.includes(word)) : undefined;
  const both: Values = {
    unknown: one.unknown && other.unknown,
    known: one.known && other.known,
    atLeast: Math.max(one.atLeast, other.atLeast),
    below: Math.min(one.below, other.below),
    words: words ?? one.words ?? other.words,
    others: [...one.others, ...other.others],
  };
  return isPossible(both) ? both : undefined;
}

export const isNumberWithin = (atLeast: number, below: number): Values => ({ ...KNOWN, atLeast, below });
export const isWord = (words: readonly string[]): Values => ({ ...KNOWN, words });
export const isUnknown = UNKNOWN;

const isNoneTold = (atom: FactCondition): boolean => 'known' in atom;

function heldBy(atom: FactCondition): Values {
  if ('known' in atom) return atom.known ? KNOWN : UNKNOWN;
  if ('in' in atom) return isWord(atom.in);
  if ('is' in atom) return isWord([`${atom.is}`]);
  const least = MAY_BE_NEGATIVE.has(atom.fact) ? -Infinity : 0;
  return isNumberWithin(Math.max(least, atom.atLeast ?? least), atom.below ?? Infinity);
}

function otherThan(atom: FactCondition): readonly Values[] {
  if ('known' in atom) return [atom.known ? UNKNOWN : KNOWN];
  if ('in' in atom) return [{ ...KNOWN, others: atom.in }];
  if ('is' in atom) return [isWord([`${!atom.is}`])];
  const least = MAY_BE_NEGATIVE.has(atom.fact) ? -Infinity : 0;
  return [
    ...(atom.atLeast === undefined ? [] : [isNumberWithin(least, atom.atLeast)]),
    ...(atom.below === undefined ? [] : [isNumberWithin(atom.below, Infinity)]),
  ];
}

const isPossible = ({ unknown, known, atLeast, below, words, others }: Values): boolean =>
  unknown || (known && atLeast < below && (words === undefined || words.some((word) => !others.includes(word))));
