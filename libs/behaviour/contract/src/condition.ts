import type { Facts, FactName, NumberFact, TextFact, YesNoFact } from './fact.catalogue';

/** What may hold of a customer at a moment. An atom about a fact that is not known does not hold. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | FactCondition;

export type FactCondition = NumberCondition | TextCondition | YesNoCondition | KnownCondition;

/** `atLeast` ≤ the fact < `below`, with one of them at least. */
export interface NumberCondition {
  readonly fact: NumberFact;
  readonly atLeast?: number;
  readonly below?: number;
}

export interface TextCondition {
  readonly fact: TextFact;
  readonly in: readonly string[];
}

export interface YesNoCondition {
  readonly fact: YesNoFact;
  readonly is: boolean;
}

export interface KnownCondition {
  readonly fact: FactName;
  readonly known: boolean;
}

export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  return factHolds(condition, facts);
}

function factHolds(condition: FactCondition, facts: Facts): boolean {
  const value = facts[condition.fact];
  if ('known' in condition) return (value !== undefined) === condition.known;
  if (value === undefined) return false;
  if ('in' in condition) return condition.in.includes(String(value));
  if ('is' in condition) return value === condition.is;
  return typeof value === 'number' && isInRange(value, condition);
}

const isInRange = (value: number, { atLeast = -Infinity, below = Infinity }: NumberCondition): boolean =>
  value >= atLeast && value < below;

/** Every atom of a condition, from left to right. */
export function atomsOf(condition: Condition): readonly FactCondition[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf);
  if ('any' in condition) return condition.any.flatMap(atomsOf);
  if ('not' in condition) return atomsOf(condition.not);
  return [condition];
}
