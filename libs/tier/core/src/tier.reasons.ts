import { moneyText } from '@tenure/kernel';
import type { TierCriterion } from '@tenure/policy-contract';
import type { TierInputs, TierPolicy } from '@tenure/tier-contract';
import { lowered } from './tier.criteria';

/** What a customer has, against what a criterion asks for: `spend of CNY 90,000.00 in 12 months is below CNY 100,000.00`. */
export function factSentence(criterion: TierCriterion, inputs: TierInputs, policy: TierPolicy): string {
  switch (criterion.fact) {
    case 'spendMinor': {
      const { length, unit } = policy.spendWindow;
      const money = (amountMinor: number) => moneyText(amountMinor, policy.currency);
      const fact = `spend of ${money(inputs.spendMinor)} in ${length} ${unit}`;
      return `${fact} is ${comparison(inputs.spendMinor, criterion.atLeast, criterion.below, money)}`;
    }
    case 'cooperationMonths': {
      const months = inputs.cooperationMonths;
      return `cooperation of ${months} full months is ${comparison(months, criterion.atLeast, criterion.below, String)}`;
    }
    case 'growthPotential': {
      const is = inputs.growthPotential !== undefined && criterion.oneOf.includes(inputs.growthPotential);
      return `growth potential ${inputs.growthPotential ?? 'unknown'} is ${is ? '' : 'not '}${criterion.oneOf.join(' or ')}`;
    }
  }
}

/** Why a tier is kept though its criterion does not hold any more. */
export const keptSentence = (
  criterion: TierCriterion,
  inputs: TierInputs,
  policy: TierPolicy,
  percent: number,
): string =>
  `kept, as ${factSentence(lowered(criterion, percent), inputs, policy)}, up to ${percent} % less than what leads into it`;

export const uncountedSentence = ({ uncountedCurrencies = [], currency }: TierInputs): string[] =>
  uncountedCurrencies.map((other) => `Spend in ${other} is not counted, as the policy counts ${currency}`);

function comparison(
  value: number,
  atLeast: number | undefined,
  below: number | undefined,
  text: (n: number) => string,
) {
  if (atLeast !== undefined && value < atLeast) return `below ${text(atLeast)}`;
  if (below !== undefined && value >= below) return `not below ${text(below)}`;
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${text(atLeast)}`]),
    ...(below === undefined ? [] : [`below ${text(below)}`]),
  ];
  return bounds.join(' and ');
}
