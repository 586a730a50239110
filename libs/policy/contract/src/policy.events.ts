import { defineCodec } from '@tenure/kernel';
import type { Text } from './kinds/schema.parts';
import type { PolicyComparison } from './policy.comparator';
import type { PolicyContent, PolicyKind } from './policy.kinds';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type PolicyEvent =
  | { readonly type: 'PolicyDrafted'; readonly data: PolicyDrafted }
  | { readonly type: 'PolicyCompared'; readonly data: PolicyCompared }
  | { readonly type: 'PolicyPublished'; readonly data: PolicyPublished }
  | { readonly type: 'PolicySuperseded'; readonly data: PolicySuperseded }
  | { readonly type: 'PolicyDraftDiscarded'; readonly data: PolicyDraftDiscarded };

interface OfPolicy {
  readonly policyId: string;
  readonly kind: PolicyKind;
  readonly version: number;
  /** Who did it. */
  readonly by: string;
}

/** A draft of the next version, or a new one in place of the draft there was. */
export interface PolicyDrafted extends OfPolicy {
  readonly title: Text;
  readonly description?: Text;
  readonly content: PolicyContent;
  readonly draftedAt: string;
}

export interface PolicyCompared extends OfPolicy {
  readonly draftFingerprint: string;
  readonly result: PolicyComparison;
  readonly comparedAt: string;
}

/** Whole, so that nothing else has to be read to judge by it. */
export interface PolicyPublished extends OfPolicy {
  readonly effectiveFrom: string;
  readonly title: Text;
  readonly description?: Text;
  readonly content: PolicyContent;
  readonly publishedAt: string;
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
