import { defineCodec } from '@tenure/kernel';
import type { GrowthPotential } from '@tenure/customer-contract';

/** `atLeast` includes its number, `below` excludes it. */
export interface NumberCriterion {
  readonly fact: 'spendMinor' | 'cooperationMonths';
  readonly atLeast?: number;
  readonly below?: number;
}

export interface PotentialCriterion {
  readonly fact: 'growthPotential';
  readonly oneOf: readonly GrowthPotential[];
}

export type TierCriterion = NumberCriterion | PotentialCriterion;

export interface TierAlternative {
  readonly allOf: readonly TierCriterion[];
}

export interface TierRule {
  readonly tier: string;
  readonly anyOf: readonly TierAlternative[];
}

/** Spend counts from its moment up to, not including, the same moment so many months or days later (UTC). */
export interface SpendWindow {
  readonly unit: 'months' | 'days';
  readonly length: number;
}

/** How customers are divided by value (R5). The first rule that holds wins; the default tier takes everyone else. */
export interface TierPolicy {
  readonly policyId: string;
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  /** In force from here until the next version is; ISO 8601 with offset. */
  readonly effectiveFrom: string;
  /** ISO 4217; spend in another currency is not counted. */
  readonly currency: string;
  readonly spendWindow: SpendWindow;
  readonly tiers: readonly TierRule[];
  readonly defaultTier: string;
}

/** Stored for ever: add optional fields; never rename, retype or reuse one. */
export type TierPolicyEvent = { readonly type: 'TierPolicyPublished'; readonly data: TierPolicyPublished };

export interface TierPolicyPublished extends TierPolicy {
  readonly publishedAt: string;
}

export const tierPolicyCodec = defineCodec<TierPolicyEvent>({
  TierPolicyPublished: {
    version: 1,
    fields: {
      policyId: 'string',
      version: 'number',
      effectiveFrom: 'string',
      currency: 'string',
      spendWindow: 'object',
      tiers: 'array',
      defaultTier: 'string',
      publishedAt: 'string',
    },
  },
});
