import { defineCodec } from '@tenure/kernel';
import type { PolicyComparison } from './policy.comparator';
import type { PolicyKind } from './policy.kinds';
import type { DraftedPolicy, PublishedPolicy } from './published.policy';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type PolicyEvent =
  // The next version, or other words for it in place of the draft there was.
  | { readonly type: 'PolicyDrafted'; readonly data: DraftedPolicy }
  | { readonly type: 'PolicyCompared'; readonly data: PolicyCompared }
  // Whole, so that nothing else has to be read to judge by it.
  | { readonly type: 'PolicyPublished'; readonly data: PublishedPolicy }
  | { readonly type: 'PolicySuperseded'; readonly data: PolicySuperseded }
  | { readonly type: 'PolicyDraftDiscarded'; readonly data: PolicyDraftDiscarded };

interface OfPolicy {
  readonly policyId: string;
  readonly kind: PolicyKind;
  readonly version: number;
  /** Who did it. */
  readonly by: string;
}

export interface PolicyCompared extends OfPolicy {
  readonly draftFingerprint: string;
  readonly result: PolicyComparison;
  readonly comparedAt: string;
}

/** Recorded together with the publication of the next version. */
export interface PolicySuperseded extends OfPolicy {
  readonly supersededBy: number;
  /** Where the next version begins to hold. */
  readonly effectiveTo: string;
}

export interface PolicyDraftDiscarded extends OfPolicy {
  readonly discardedAt: string;
}

const ofPolicy = { policyId: 'string', kind: 'string', version: 'number', by: 'string' } as const;
const body = { title: 'object', description: 'object?', content: 'object' } as const;

export const policyCodec = defineCodec<PolicyEvent>({
  PolicyDrafted: { version: 1, fields: { ...ofPolicy, ...body, draftedAt: 'string' } },
  PolicyCompared: {
    version: 1,
    fields: { ...ofPolicy, draftFingerprint: 'string', result: 'object', comparedAt: 'string' },
  },
  PolicyPublished: { version: 1, fields: { ...ofPolicy, ...body, effectiveFrom: 'string', publishedAt: 'string' } },
  PolicySuperseded: { version: 1, fields: { ...ofPolicy, supersededBy: 'number', effectiveTo: 'string' } },
  PolicyDraftDiscarded: { version: 1, fields: { ...ofPolicy, discardedAt: 'string' } },
});
