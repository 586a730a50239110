import type { PolicyDraft, PublishedPolicy } from '@tenure/policy-contract';
import type { PolicyDraftView, PolicyVersionView } from './policy.view';

/** Every version as it is shown, the oldest first. */
export const shownVersions = (versions: readonly PublishedPolicy[]): PolicyVersionView[] =>
  versions.map((policy, index) => ({
    ...policy,
    content: withoutSecrets(policy),
    effectiveTo: versions[index + 1]?.effectiveFrom ?? null,
  }));

export const shownDraft = (draft: PolicyDraft): PolicyDraftView => {
  const { policyId: _, kind: __, ...shown } = draft;
  return { ...shown, content: withoutSecrets(draft) };
};

/** What signs the calls to a person's webhook is for the platform alone. */
function withoutSecrets(policy: PublishedPolicy | PolicyDraft): object {
  if (policy.kind !== 'recipients') return policy.content;
  const people = policy.content.people.map(({ webhook, ...person }) =>
    webhook ? { ...person, webhook: { url: webhook.url } } : person,
  );
  return { ...policy.content, people };
}
