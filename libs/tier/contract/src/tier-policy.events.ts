import { defineCodec } from '@tenure/kernel';
import type { TierContent } from '@tenure/policy-contract';

/** One published version of a policy of kind `tier`, as customers are judged by it. */
export interface TierPolicy extends TierContent {
  readonly policyId: string;
  readonly version: number;
  /** In force from here until the next version is; ISO 8601 with offset. */
  readonly effectiveFrom: string;
}

/**
 * How tier policies were published before they were policies like all others: still read, and never written any more.
 * Stored for ever.
 */
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
