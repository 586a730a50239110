import type { Recorded } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, type PolicyEvent } from '@tenure/policy-contract';
import type { TierPolicy, TierPolicyEvent } from '@tenure/tier-contract';
import type { TierPolicies } from '@tenure/tier-core';
import type { TierAutomationState } from './tier-review.entity';

type Published = Extract<PolicyEvent, { type: 'PolicyPublished' }> | TierPolicyEvent;

export const PUBLICATION_EVENT_TYPES = ['PolicyPublished', 'TierPolicyPublished'] as const;

/** The policy that customers are judged by from now on; undefined where the event is about another kind. */
export function adoptedPolicy(event: Recorded<Published>): TierPolicy | undefined {
  if (event.type === 'TierPolicyPublished') {
    const { publishedAt: _, ...policy } = event.data;
    return policy;
  }
  if (event.data.kind !== 'tier') return undefined;
  const { policyId, version, effectiveFrom, content } = event.data;
  return { policyId, version, effectiveFrom, ...content };
}

/** A version is adopted once, by whichever kind of event it came first. */
export function withPolicy(policies: TierAutomationState['policies'], policy: TierPolicy): typeof policies | undefined {
  const known = policies[policy.policyId] ?? [];
  if (known.some(({ version }) => version === policy.version)) return undefined;
  return { ...policies, [policy.policyId]: [...known, policy] };
}

export const policiesOf = ({ policies }: Pick<TierAutomationState, 'policies'>): TierPolicies => ({
  fallbackPolicyId: DEFAULT_POLICY_IDS.tier,
  versions: new Map(Object.entries(policies)),
});
