import type { TierAlternative, TierCriterion, TierInputs, TierPolicy, TierRule } from '@tenure/tier-contract';

export interface TierMatch {
  readonly rule: TierRule;
  readonly alternative: TierAlternative;
}

/** The first alternative of the first rule that holds. */
export function matchOf({ tiers }: TierPolicy, inputs: TierInputs): TierMatch | undefined {
  for (const rule of tiers) {
    const alternative = rule.anyOf.find(({ allOf }) => allOf.every((criterion) => holds(criterion, inputs)));
    if (alternative) return { rule, alternative };
  }
  return undefined;
}

/** `atLeast` includes its number, `below` excludes it; an unknown growth potential is none. */
export function holds(criterion: TierCriterion, inputs: TierInputs): boolean {
  switch (criterion.fact) {
    case 'spendMinor':
    case 'cooperationMonths': {
      const value = inputs[criterion.fact];
      const { atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = criterion;
      return value >= atLeast && value < below;
    }
    case 'growthPotential':
      return inputs.growthPotential !== undefined && criterion.oneOf.includes(inputs.growthPotential);
  }
}
