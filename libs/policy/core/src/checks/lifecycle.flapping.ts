import type { LifecycleContent, StageRule } from '@tenure/policy-contract';
import { atomsOf, type Condition, type FactCondition } from '@tenure/behaviour-contract';
import { canHoldTogether, type Possibility } from './condition.possibility';
import { isNumberWithin } from './condition.values';
import { firstIn, flaw, type ContentFlaw } from './content.flaw';

/**
 * Two rules that lead to and fro of the same facts, while nothing keeps a customer in either stage. Facts are looked at one
 * by one: rules that exclude each other by more than that are refused too, and get by with a minimum stay. Stages that lead
 * round by way of a third are not looked for.
 */
export const checkFlapping = (content: LifecycleContent): ContentFlaw | undefined =>
  firstIn(content.rules, (there, index) =>
    firstIn(content.rules.slice(0, index), (back, at) => checkPair(content, { there, index }, { back, at })),
  );

function checkPair(
  content: LifecycleContent,
  { there, index }: { readonly there: StageRule; readonly index: number },
  { back, at }: { readonly back: StageRule; readonly at: number },
): ContentFlaw | undefined {
  const goesRound = there.from.includes(back.to) && back.from.includes(there.to);
  if (!goesRound || !isFree(content, there, back.to) || !isFree(content, back, there.to)) return undefined;
  if (!canHoldTogether([ofAnyStage(there.when), ofAnyStage(back.when)], JUST_ENTERED)) return undefined;
  return flaw(
    'policy-stages-flap',
    `content.rules[${index}]: what has a customer go from ${back.to} to ${there.to} can hold together with what ` +
      `content.rules[${at}] has them go back for, and neither stage has a minimum stay`,
  );
}

const isFree = ({ minimumStay }: LifecycleContent, { despiteMinimumStay = false }: StageRule, from: string): boolean =>
  despiteMinimumStay || !minimumStay.some(({ stage }) => stage === from);

const JUST_ENTERED: Possibility = new Map([
  ['daysInStage', isNumberWithin(0, 1)],
  ['ordersInStage', isNumberWithin(0, 1)],
]);

/** The stage itself is another in either rule, and says nothing about what holds together. */
function ofAnyStage(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(ofAnyStage) };
  if ('any' in condition) return { any: condition.any.map(ofAnyStage) };
  if ('not' in condition) return namesStage(condition.not) ? HOLDS : { not: condition.not };
  return isOfStage(condition) ? HOLDS : condition;
}

const HOLDS: Condition = {
  any: [
    { fact: 'stage', known: true },
    { fact: 'stage', known: false },
  ],
};

const isOfStage = ({ fact }: FactCondition): boolean => fact === 'stage';
const namesStage = (condition: Condition): boolean => atomsOf(condition).some(isOfStage);
