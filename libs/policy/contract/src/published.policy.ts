import type { Text } from './kinds/schema.parts';
import type { PolicyContents, PolicyKind } from './policy.kinds';

interface Titled {
  readonly title: Text;
  /** Where its numbers come from, and what was chosen. */
  readonly description?: Text;
}

interface Published<Kind extends PolicyKind> extends Titled {
  readonly policyId: string;
  readonly kind: Kind;
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  /** In force from here until the next version is; ISO 8601 with offset. Ascends with the version. */
  readonly effectiveFrom: string;
  readonly content: PolicyContents[Kind];
  readonly by: string;
  readonly publishedAt: string;
}

/** One version of a policy: never edited. A union over the kinds, told apart by `kind`. */
export type PublishedPolicy<Kind extends PolicyKind = PolicyKind> = Kind extends PolicyKind ? Published<Kind> : never;

interface Draft<Kind extends PolicyKind> extends Titled {
  readonly policyId: string;
  readonly kind: Kind;
  readonly version: number;
  readonly content: PolicyContents[Kind];
  /** Stands for kind, title, description and content. */
  readonly draftFingerprint: string;
  readonly by: string;
  readonly draftedAt: string;
}

/** The version to come. */
export type PolicyDraft<Kind extends PolicyKind = PolicyKind> = Kind extends PolicyKind ? Draft<Kind> : never;

/** The version in force at a moment (ISO 8601): of those effective by then, the last. `versions` ascend. */
export const inForce = <Policy extends { readonly effectiveFrom: string }>(
  versions: readonly Policy[],
  at: string,
): Policy | undefined => {
  const atMs = Date.parse(at);
  return versions.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= atMs);
};

export const isOfKind = <Kind extends PolicyKind>(
  policy: PublishedPolicy,
  kind: Kind,
): policy is Extract<PublishedPolicy, { kind: Kind }> => policy.kind === kind;
