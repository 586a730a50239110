import type { PolicyDraft, PublishedPolicy } from '@tenure/policy-contract';
import type { PolicyDraftView, PolicyVersionView } from './policy.view';

/** Every version as it is shown, the oldest first. */
export const shownVersions = (versions: readonly PublishedPolicy[]): PolicyVersionView[] =>
  versions.map((policy, index) => ({ ...policy, effectiveTo: versions[index + 1]?.effectiveFrom ?? null }));

export const shownDraft = (draft: PolicyDraft): PolicyDraftView => {
  const { policyId: _, kind: __, ...shown } = draft;
  return shown;
};
