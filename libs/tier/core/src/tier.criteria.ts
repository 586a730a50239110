import type { TierAlternative, TierCriterion, TierRule } from '@tenure/policy-contract';
import type { TierInputs, TierPolicy } from '@tenure/tier-contract';

export interface TierMatch {
  readonly rule: TierRule;
  readonly alternative: TierAlternative;
  /** Set where the alternative holds only because the tier is held already: by so much its bounds of spend are lower. */
  readonly keptWithinPercent?: number;
}

/**
 * The first alternative of the first rule that holds. Who is in a tier (`held`) above falls no further than the policy's
 * hysteresis lets go of.
 */
export function matchOf(policy: TierPolicy, inputs: TierInputs, held?: string): TierMatch | undefined {
  const match = firstMatch(policy.tiers, inputs, (criterion) => criterion);
  const spendPercent = policy.hysteresis?.spendPercent;
  const from = policy.tiers.findIndex(({ tier }) => tier === held);
  if (spendPercent === undefined || from < 0) return match;
  const kept = firstMatch(policy.tiers.slice(from, placeOf(policy, match)), inputs, (criterion) =>
    lowered(criterion, spendPercent),
  );
  return kept ? { ...kept, keptWithinPercent: spendPercent } : match;
}

const placeOf = ({ tiers }: TierPolicy, match: TierMatch | undefined): number =>
  match ? tiers.indexOf(match.rule) : tiers.length;

function firstMatch(
  rules: readonly TierRule[],
  inputs: TierInputs,
  asked: (criterion: TierCriterion) => TierCriterion,
): TierMatch | undefined {
  for (const rule of rules) {
    const alternative = rule.anyOf.find(({ allOf }) => allOf.every((criterion) => holds(asked(criterion), inputs)));
    if (alternative) return { rule, alternative };
  }
  return undefined;
}

/** The criterion with (100 − percent) % of the spend that it asks for: exact, rounded up to whole minor units. */
export function lowered(criterion: TierCriterion, percent: number): TierCriterion {
  if (criterion.fact !== 'spendMinor' || criterion.atLeast === undefined) return criterion;
  const share = 100 - percent;
  // In two parts, as the product of the whole could be beyond the integers that a number can tell apart.
  const hundreds = Math.floor(criterion.atLeast / 100);
  const rest = criterion.atLeast % 100;
  return { ...criterion, atLeast: hundreds * share + Math.ceil((rest * share) / 100) };
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
