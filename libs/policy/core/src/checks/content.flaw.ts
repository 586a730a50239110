import type { PolicyContentRejection } from '@tenure/policy-contract';

/** Why what a policy says makes no sense; the detail begins with the place. */
export interface ContentFlaw {
  readonly code: PolicyContentRejection;
  readonly detail: string;
}

export const flaw = (code: PolicyContentRejection, detail: string): ContentFlaw => ({ code, detail });

/** The first that there is; each is looked for only where there is none before it. */
export function firstOf(...checks: readonly (() => ContentFlaw | undefined)[]): ContentFlaw | undefined {
  for (const check of checks) {
    const found = check();
    if (found) return found;
  }
  return undefined;
}

export function firstIn<Member>(
  members: readonly Member[],
  check: (member: Member, index: number) => ContentFlaw | undefined,
): ContentFlaw | undefined {
  return firstOf(...members.map((member, index) => () => check(member, index)));
}

interface Repetition {
  readonly key: string;
  readonly first: number;
  readonly again: number;
}

/** The first key that comes a second time, with both places. */
export function repetitionIn(keys: readonly string[]): Repetition | undefined {
  const seen = new Map<string, number>();
  for (const [again, key] of keys.entries()) {
    const first = seen.get(key);
    if (first !== undefined) return { key, first, again };
    seen.set(key, again);
  }
  return undefined;
}

/** `placeOf(0)` names the place of the first. */
export function twice(
  code: PolicyContentRejection,
  keys: readonly string[],
  placeOf: (index: number) => string,
): ContentFlaw | undefined {
  const found = repetitionIn(keys);
  return found && flaw(code, `${placeOf(found.again)}: ${found.key} stands in ${placeOf(found.first)} already`);
}

/** The first number that is not above the one before it. */
export function notAscending(
  code: PolicyContentRejection,
  numbers: readonly number[],
  placeOf: (index: number) => string,
): ContentFlaw | undefined {
  const index = numbers.findIndex((number, at) => at > 0 && number <= (numbers[at - 1] ?? number));
  if (index < 0) return undefined;
  return flaw(code, `${placeOf(index)}: ${numbers[index]} is not above ${numbers[index - 1]}, which comes before it`);
}
