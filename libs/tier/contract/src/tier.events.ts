import { defineCodec } from '@tenure/kernel';
import type { GrowthPotential } from '@tenure/customer-contract';

/** What was known of a customer when a tier was judged. */
export interface TierInputs {
  /** Net spend inside the policy's window, in minor units of `currency`. */
  readonly spendMinor: number;
  readonly currency: string;
  /** Full months of cooperation; 0 where none has begun. */
  readonly cooperationMonths: number;
  /** Calendar day `YYYY-MM-DD`. */
  readonly cooperationSince?: string;
  readonly growthPotential?: GrowthPotential;
  /** Currencies in which there was spend that the policy does not count. */
  readonly uncountedCurrencies?: readonly string[];
}

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type TierEvent =
  | { readonly type: 'TierAssigned'; readonly data: TierAssigned }
  | { readonly type: 'TierChanged'; readonly data: TierChanged }
  | { readonly type: 'TierOverridden'; readonly data: TierOverridden }
  | { readonly type: 'TierOverrideEnded'; readonly data: TierOverrideEnded };

interface Judged {
  readonly customerId: string;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly inputs: TierInputs;
  /** English sentences that name the numbers. */
  readonly reasons: readonly string[];
  readonly judgedAt: string;
}

/** The first judgement of a customer who has no tier. */
export interface TierAssigned extends Judged {
  readonly tier: string;
}

export interface TierChanged extends Judged {
  readonly from: string;
  readonly to: string;
  /** The policy under which `from` was given; absent where it came from an override alone. */
  readonly previousPolicyId?: string;
}

/** A person sets the tier aside from any policy until a moment. */
export interface TierOverridden {
  readonly customerId: string;
  /** Absent where the customer had no tier. */
  readonly from?: string;
  readonly tier: string;
  /** The policy that had judged the customer, if one had. */
  readonly policyId?: string;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
  readonly overriddenAt: string;
}

/** The customer is back in the tier judged last, to be judged anew at once. */
export interface TierOverrideEnded {
  readonly customerId: string;
  readonly from: string;
  /** Absent where the customer was never judged. */
  readonly to?: string;
  readonly policyId?: string;
  /** `expired`: its time had come; `ended`: a person ended it, who is named with the reason. */
  readonly cause: 'expired' | 'ended';
  readonly by?: string;
  readonly reason?: string;
  readonly endedAt: string;
}

const judged = {
  customerId: 'string',
  policyId: 'string',
  policyVersion: 'number',
  inputs: 'object',
  reasons: 'array',
  judgedAt: 'string',
} as const;

export const tierCodec = defineCodec<TierEvent>({
  TierAssigned: { version: 1, fields: { ...judged, tier: 'string' } },
  TierChanged: { version: 1, fields: { ...judged, from: 'string', to: 'string', previousPolicyId: 'string?' } },
  TierOverridden: {
    version: 1,
    fields: {
      customerId: 'string',
      from: 'string?',
      tier: 'string',
      policyId: 'string?',
      by: 'string',
      reason: 'string',
      until: 'string',
      overriddenAt: 'string',
    },
  },
  TierOverrideEnded: {
    version: 1,
    fields: {
      customerId: 'string',
      from: 'string',
      to: 'string?',
      policyId: 'string?',
      cause: 'string',
      by: 'string?',
      reason: 'string?',
      endedAt: 'string',
    },
  },
});
