import type { TierEvent } from '@tenure/tier-contract';

/** The tier that a customer has, since when, and why. */
export interface TierStanding {
  readonly tier: string | null;
  readonly tierSince: string | null;
  /** English sentences, joined by `; `. */
  readonly tierReason: string | null;
  /** The policy that judged last. */
  readonly tierPolicyId: string | null;
  readonly tierPolicyVersion: number | null;
  /** Set while a person's override holds or has not been found expired. */
  readonly tierOverriddenUntil: string | null;
}

export const noStanding: TierStanding = {
  tier: null,
  tierSince: null,
  tierReason: null,
  tierPolicyId: null,
  tierPolicyVersion: null,
  tierOverriddenUntil: null,
};

export function standingAfter(known: TierStanding, event: TierEvent): TierStanding {
  switch (event.type) {
    case 'TierAssigned':
      return judged(event.data.tier, event.data);
    case 'TierChanged':
      return judged(event.data.to, event.data);
    case 'TierOverridden': {
      const { tier, by, reason, until, overriddenAt } = event.data;
      const tierReason = `Set by ${by} until ${until}: ${reason}`;
      return { ...known, tier, tierSince: overriddenAt, tierReason, tierOverriddenUntil: until };
    }
    case 'TierOverrideEnded': {
      const { to, cause, by, reason, endedAt } = event.data;
      const ending = cause === 'expired' ? 'The override expired' : `${by} ended the override: ${reason}`;
      const tierReason = to === undefined ? ending : `${ending}; ${to} is what was judged last`;
      return { ...known, tier: to ?? null, tierSince: endedAt, tierReason, tierOverriddenUntil: null };
    }
  }
}

type Judged = Extract<TierEvent, { type: 'TierAssigned' | 'TierChanged' }>['data'];

const judged = (tier: string, { policyId, policyVersion, reasons, judgedAt }: Judged): TierStanding => ({
  tier,
  tierSince: judgedAt,
  tierReason: reasons.join('; '),
  tierPolicyId: policyId,
  tierPolicyVersion: policyVersion,
  tierOverriddenUntil: null,
});
