import type { Condition, NumberCondition } from '@tenure/behaviour-contract';
import { canHoldTogether, type Possibility } from './condition.possibility';
import { firstIn, firstOf, flaw, type ContentFlaw } from './content.flaw';

/** A condition that never holds, as a whole or in one of its atoms; `given` is what is so wherever it is asked. */
export const checkCondition = (condition: Condition, place: string, given?: Possibility): ContentFlaw | undefined =>
  firstOf(
    () => checkBounds(condition, place),
    () =>
      canHoldTogether([condition], given)
        ? undefined
        : flaw('policy-condition-never-holds', `${place}: what it asks for excludes itself`),
  );

function checkBounds(condition: Condition, place: string): ContentFlaw | undefined {
  if ('all' in condition) return firstIn(condition.all, (part, index) => checkBounds(part, `${place}.all[${index}]`));
  if ('any' in condition) return firstIn(condition.any, (part, index) => checkBounds(part, `${place}.any[${index}]`));
  if ('not' in condition) return checkBounds(condition.not, `${place}.not`);
  return 'atLeast' in condition || 'below' in condition ? checkNumber(condition, place) : undefined;
}

function checkNumber({ fact, atLeast, below }: NumberCondition, place: string): ContentFlaw | undefined {
  if (atLeast === undefined || below === undefined || atLeast < below) return undefined;
  return flaw('policy-condition-never-holds', `${place}: ${fact} is never at least ${atLeast} and below ${below}`);
}
