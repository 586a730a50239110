import type { TierEvent } from '@tenure/tier-contract';

/** What a customer's tier is, and why. */
export interface CustomerTier {
  /** Absent until judged or overridden. */
  readonly tier?: string;
  /** The policy by which the customer was judged last. */
  readonly policyId?: string;
  /** What the policy said last: where the customer returns when an override ends. */
  readonly judgedTier?: string;
  /** Time of the newest decision, by whomever. */
  readonly decidedAt?: string;
  readonly override?: TierOverride;
  /** Who ended the last override, if a person did and there is none now. */
  readonly ended?: { readonly by?: string; readonly reason?: string };
}

export interface TierOverride {
  readonly tier: string;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
  readonly overriddenAt: string;
}

export function evolve(state: CustomerTier, event: TierEvent): CustomerTier {
  switch (event.type) {
    case 'TierAssigned': {
      const { tier, policyId, judgedAt } = event.data;
      return { ...state, tier, judgedTier: tier, policyId, decidedAt: judgedAt };
    }
    case 'TierChanged': {
      const { to, policyId, judgedAt } = event.data;
      return { ...state, tier: to, judgedTier: to, policyId, decidedAt: judgedAt };
    }
    case 'TierOverridden': {
      const { tier, by, reason, until, overriddenAt } = event.data;
      const override = { tier, by, reason, until, overriddenAt };
      return { ...state, tier, override, ended: undefined, decidedAt: later(state.decidedAt, overriddenAt) };
    }
    case 'TierOverrideEnded': {
      const { by, reason, cause, endedAt } = event.data;
      const ended = cause === 'ended' ? { by, reason } : undefined;
      const decidedAt = later(state.decidedAt, endedAt);
      return { ...state, tier: state.judgedTier, override: undefined, ended, decidedAt };
    }
  }
}

const later = (known: string | undefined, at: string): string =>
  known !== undefined && Date.parse(known) > Date.parse(at) ? known : at;
