import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import {
  draftedPolicy,
  type PolicyCommand,
  type PolicyDraft,
  type PolicyEvent,
  type PolicyRejection,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { checkContent } from './checks/content.check';
import { draftFingerprintOf, evolve, noPolicy, type Policy } from './policy.state';

type Command = Plain<PolicyCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<PolicyEvent, PolicyRejection>;

/** A policy from its draft to the versions that were published: none of which is ever edited. */
export const policy: Decider<Policy, Command, PolicyEvent, PolicyRejection> = {
  initial: noPolicy,
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'DraftPolicy':
        return draft(command, state);
      case 'ComparePolicy':
        return compare(command, state);
      case 'PublishPolicy':
        return publish(command, state);
      case 'DiscardPolicyDraft':
        return discard(command, state);
    }
  },
};

function draft(command: Of<'DraftPolicy'>, state: Policy): Outcome {
  const { policyId, kind, version, title, description, content, by, occurredAt: draftedAt } = command;
  const drafted = draftedPolicy({ policyId, kind, version, title, description, content, by, draftedAt });
  if (state.kind !== undefined && state.kind !== kind) {
    return reject('policy-of-another-kind', `${policyId} is a policy of kind ${state.kind}`);
  }
  const known = [...state.versions, ...(state.draft ? [state.draft] : [])].find((one) => one.version === version);
  if (known && draftFingerprintOf(known) === draftFingerprintOf(drafted)) return accept();
  const next = nextVersion(state);
  if (version !== next) return reject('policy-version-not-next', `the next version is ${next}`);
  const flaw = checkContent(kind, content);
  if (flaw) return reject(flaw.code, flaw.detail);
  return accept({ type: 'PolicyDrafted', data: drafted });
}

function compare(command: Of<'ComparePolicy'>, state: Policy): Outcome {
  const { policyId, version, draftFingerprint, result, by, occurredAt: comparedAt } = command;
  const wanted = draftOf(state, version, draftFingerprint);
  if (!wanted.accepted) return wanted;
  const data = { policyId, kind: wanted.draft.kind, version, draftFingerprint, result, by, comparedAt };
  return state.compared === fingerprintOf(data) ? accept() : accept({ type: 'PolicyCompared', data });
}

function publish(command: Of<'PublishPolicy'>, state: Policy): Outcome {
  const { version, effectiveFrom, draftFingerprint, by, occurredAt: publishedAt } = command;
  const known = state.versions.find((one) => one.version === version);
  if (known) {
    const same = isSame(known, command);
    return same ? accept() : reject('policy-already-published-differently', `since ${known.publishedAt}`);
  }
  const wanted = draftOf(state, version, draftFingerprint);
  if (!wanted.accepted) return wanted;
  const predecessor = state.versions.at(-1);
  if (predecessor && Date.parse(effectiveFrom) <= Date.parse(predecessor.effectiveFrom)) {
    const detail = `version ${predecessor.version} is effective from ${predecessor.effectiveFrom}`;
    return reject('policy-not-effective-after-its-predecessor', detail);
  }
  const { draftedAt: _, draftFingerprint: __, ...said } = wanted.draft;
  const published: PolicyEvent = { type: 'PolicyPublished', data: { ...said, effectiveFrom, by, publishedAt } };
  return predecessor ? accept(published, supersededBy(published.data, predecessor)) : accept(published);
}

function discard({ version, by, occurredAt: discardedAt }: Of<'DiscardPolicyDraft'>, state: Policy): Outcome {
  if (state.discarded?.version === version && state.discarded.by === by) return accept();
  const wanted = draftOf(state, version, undefined);
  if (!wanted.accepted) return wanted;
  const { policyId, kind } = wanted.draft;
  return accept({ type: 'PolicyDraftDiscarded', data: { policyId, kind, version, by, discardedAt } });
}

type Wanted = { readonly accepted: true; readonly draft: PolicyDraft } | Extract<Outcome, { accepted: false }>;

/** The draft that a command means: of that version, and saying what its sender has seen. */
function draftOf({ draft: found }: Policy, version: number, draftFingerprint: string | undefined): Wanted {
  if (found?.version !== version) {
    const detail = found ? `the draft that there is is of version ${found.version}` : 'there is none to go on with';
    return { accepted: false, code: 'policy-has-no-draft', detail };
  }
  if (draftFingerprint !== undefined && draftFingerprint !== found.draftFingerprint) {
    const detail = `it was changed by ${found.by}; its fingerprint is ${found.draftFingerprint} now`;
    return { accepted: false, code: 'policy-draft-changed', detail };
  }
  return { accepted: true, draft: found };
}

const nextVersion = ({ versions }: Policy): number => (versions.at(-1)?.version ?? 0) + 1;

const isSame = (known: PublishedPolicy, { effectiveFrom, draftFingerprint }: Of<'PublishPolicy'>): boolean =>
  Date.parse(known.effectiveFrom) === Date.parse(effectiveFrom) &&
  (draftFingerprint === undefined || draftFingerprint === draftFingerprintOf(known));

const supersededBy = (
  { policyId, kind, version: newer, effectiveFrom: effectiveTo, by }: PublishedPolicy,
  { version }: PublishedPolicy,
): PolicyEvent => ({
  type: 'PolicySuperseded',
  data: { policyId, kind, version, supersededBy: newer, effectiveTo, by },
});
