import type { Text } from '@tenure/shared-contract';
import type { PolicyContent, PolicyContents, PolicyKind } from './policy.kinds';

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

interface Drafted<Kind extends PolicyKind> extends Titled {
  readonly policyId: string;
  readonly kind: Kind;
  readonly version: number;
  readonly content: PolicyContents[Kind];
  readonly by: string;
  readonly draftedAt: string;
}

/** What was set down as the version to come. */
export type DraftedPolicy<Kind extends PolicyKind = PolicyKind> = Kind extends PolicyKind ? Drafted<Kind> : never;

/** The version to come; the fingerprint stands for its title, description and content. */
export type PolicyDraft<Kind extends PolicyKind = PolicyKind> = DraftedPolicy<Kind> & {
  readonly draftFingerprint: string;
};

/** A draft from fields that were validated together: the schema of the kind has shown that the content is of it. */
export const draftedPolicy = (
  fields: Omit<Drafted<PolicyKind>, 'content'> & { readonly content: PolicyContent },
): DraftedPolicy => fields as DraftedPolicy;

/** The version in force at a moment (ISO 8601): of those effective by then, the last. `versions` ascend. */
export const inForce = <Policy extends { readonly effectiveFrom: string }>(
  versions: readonly Policy[],
  at: string,
): Policy | undefined => {
  const atMs = Date.parse(at);
  return versions.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= atMs);
};

/** Those of one kind. */
export const ofKind = <Kind extends PolicyKind>(
  versions: readonly PublishedPolicy[],
  kind: Kind,
): readonly PublishedPolicy<Kind>[] =>
  // What has a kind is that kind's member of the union, which the compiler can't see of a kind yet to be named.
  versions.filter((policy) => policy.kind === kind) as readonly PublishedPolicy[] as readonly PublishedPolicy<Kind>[];

export const isOfKind = <Kind extends PolicyKind>(
  policy: PublishedPolicy,
  kind: Kind,
): policy is Extract<PublishedPolicy, { kind: Kind }> => policy.kind === kind;
