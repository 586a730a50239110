import type { Condition, FactCondition } from '@tenure/behaviour-contract';
import type { LifecycleContent } from '@tenure/policy-contract';
import { DAY_MS, dayOf, type PlainDocument } from './plain.customer';
import { plainFact, type Known, type PlainValue } from './plain.facts';

/** A stage of a customer, and when it was entered, in milliseconds since 1970. */
export interface PlainStay {
  readonly stage: string;
  readonly sinceMs: number;
}

/**
 * The stages of one customer by the rules alone: judged at every document and at every midnight (UTC) from the first document
 * on, whether anything can have changed or not.
 */
export function plainStays(
  content: LifecycleContent,
  documents: readonly PlainDocument[],
  untilMs: number,
): readonly PlainStay[] {
  const stays: PlainStay[] = [];
  for (const { atMs, known } of momentsOf(documents, untilMs)) {
    for (;;) {
      const entered = stays.filter(({ sinceMs }) => sinceMs === atMs).map(({ stage }) => stage);
      const standing = stays.at(-1) ?? { stage: 'none' };
      const stage = nextStage(content, { ...standing, documents: documents.slice(0, known), atMs }, entered);
      if (stage === undefined) break;
      stays.push({ stage, sinceMs: atMs });
    }
  }
  return stays;
}

/** Ascending, with how many documents are known at each. */
function momentsOf(documents: readonly PlainDocument[], untilMs: number) {
  const moments: { readonly atMs: number; readonly known: number }[] = [];
  documents.forEach(({ atMs }, index) => {
    moments.push({ atMs, known: index + 1 });
    const nextMs = Math.min(documents[index + 1]?.atMs ?? Infinity, untilMs + 1);
    for (let midnightMs = (dayOf(atMs) + 1) * DAY_MS; midnightMs < nextMs; midnightMs += DAY_MS) {
      moments.push({ atMs: midnightMs, known: index + 1 });
    }
  });
  return moments;
}

function nextStage(
  { rules, minimumStay }: LifecycleContent,
  known: Known,
  entered: readonly string[],
): string | undefined {
  const { stage, sinceMs = -Infinity, atMs } = known;
  const stayDays = minimumStay.find((one) => one.stage === stage)?.days ?? 0;
  const mustStay = dayOf(atMs) < dayOf(sinceMs) + stayDays;
  return rules.find(
    ({ from, to, when, despiteMinimumStay }) =>
      from.some((one) => one === stage) &&
      to !== stage &&
      !entered.includes(to) &&
      (!mustStay || despiteMinimumStay === true) &&
      isSo(when, known),
  )?.to;
}

function isSo(condition: Condition, known: Known): boolean {
  if ('all' in condition) return condition.all.every((part) => isSo(part, known));
  if ('any' in condition) return condition.any.some((part) => isSo(part, known));
  if ('not' in condition) return !isSo(condition.not, known);
  return isFactSo(condition, plainFact(condition.fact, known));
}

function isFactSo(condition: FactCondition, value: PlainValue): boolean {
  if ('known' in condition) return condition.known === (value !== undefined);
  if (value === undefined) return false;
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return condition.in.some((text) => text === value);
  const number = Number(value);
  return number >= (condition.atLeast ?? -Infinity) && number < (condition.below ?? Infinity);
}
