import { fingerprintOf } from '@tenure/kernel';
import type { DraftedPolicy, PolicyDraft, PolicyEvent, PolicyKind, PublishedPolicy } from '@tenure/policy-contract';

/** One policy: what was published, and what is being written. */
export interface Policy {
  readonly kind?: PolicyKind;
  /** The oldest first. */
  readonly versions: readonly PublishedPolicy[];
  readonly draft?: PolicyDraft;
  /** Stands for the last comparison of the draft that there is. */
  readonly compared?: string;
  /** The last draft that was thrown away, until there is another. */
  readonly discarded?: { readonly version: number; readonly by: string };
}

export const noPolicy: Policy = { versions: [] };

export function evolve(state: Policy, event: PolicyEvent): Policy {
  switch (event.type) {
    case 'PolicyDrafted': {
      const draft = { ...event.data, draftFingerprint: draftFingerprintOf(event.data) };
      return { kind: event.data.kind, versions: state.versions, draft };
    }
    case 'PolicyCompared':
      return { ...state, compared: fingerprintOf(event.data) };
    case 'PolicyPublished':
      return { kind: event.data.kind, versions: [...state.versions, event.data] };
    case 'PolicySuperseded':
      return state;
    case 'PolicyDraftDiscarded': {
      const { version, by } = event.data;
      return { kind: state.kind, versions: state.versions, discarded: { version, by } };
    }
  }
}

/** Stands for what a draft says, or a version that was made of one. */
export const draftFingerprintOf = ({
  title,
  description,
  content,
}: Pick<DraftedPolicy, 'title' | 'description' | 'content'>): string => fingerprintOf({ title, description, content });
