import type { TierInputs, TierPolicy } from '@tenure/tier-contract';
import { holds, matchOf, type TierMatch } from './tier.criteria';
import { factSentence, keptSentence, uncountedSentence } from './tier.reasons';

export interface TierJudgement {
  readonly tier: string;
  /** English sentences that name the numbers: why this tier, and why none above it. */
  readonly reasons: readonly string[];
  /** Place of the alternative that held, such as `A.anyOf[1]`, or `default`. */
  readonly matchedRule: string;
}

/**
 * The first rule that holds wins; the default tier takes everyone else. `held` is the tier that the policy gave before: to
 * fall out of it takes what the policy's hysteresis asks for, where it has one.
 */
export function judgeTier(policy: TierPolicy, inputs: TierInputs, held?: string): TierJudgement {
  const match = matchOf(policy, inputs, held);
  return {
    tier: match?.rule.tier ?? policy.defaultTier,
    matchedRule: match ? `${match.rule.tier}.anyOf[${match.rule.anyOf.indexOf(match.alternative)}]` : 'default',
    reasons: [...whyNotHigher(policy, inputs, match), ...whyThis(policy, inputs, match), ...uncountedSentence(inputs)],
  };
}

/** For every tier above, the criterion on which each of its alternatives failed first. */
function whyNotHigher(policy: TierPolicy, inputs: TierInputs, match: TierMatch | undefined): string[] {
  const above = match ? policy.tiers.slice(0, policy.tiers.indexOf(match.rule)) : policy.tiers;
  return above.flatMap(({ tier, anyOf }) =>
    anyOf.flatMap(({ allOf }) => {
      const failed = allOf.find((criterion) => !holds(criterion, inputs));
      return failed ? [`Not ${tier}: ${factSentence(failed, inputs, policy)}`] : [];
    }),
  );
}

function whyThis(policy: TierPolicy, inputs: TierInputs, match: TierMatch | undefined): string[] {
  if (!match) return [`${policy.defaultTier}: the tier of everyone whom no rule places`];
  const { rule, alternative, keptWithinPercent: percent } = match;
  return alternative.allOf.map((criterion) => {
    const kept = percent !== undefined && !holds(criterion, inputs);
    const why = kept ? keptSentence(criterion, inputs, policy, percent) : factSentence(criterion, inputs, policy);
    return `${rule.tier}: ${why}`;
  });
}
