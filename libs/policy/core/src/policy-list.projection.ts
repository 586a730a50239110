import type { Projection } from '@tenure/kernel';
import { policyCodec, type PolicyEvent, type PolicyKind } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

export interface ListedVersion {
  readonly version: number;
  readonly effectiveFrom: string;
}

export interface PolicyListRow {
  readonly policyId: string;
  readonly kind: PolicyKind;
  /** Of the newest version, else of the draft. */
  readonly title: Text;
  /** The oldest first. */
  readonly versions: readonly ListedVersion[];
  readonly draftVersion: number | null;
  readonly position: bigint;
}

/** Which policies there are, and which version of each holds from when on. */
export const policyList: Projection<PolicyListRow, PolicyEvent> = {
  name: 'policy-list',
  version: 1,
  handles: policyCodec.types,
  keysOf: ({ data: { policyId } }) => [policyId],
  fold: (row, event, policyId) => {
    const known = row ?? { policyId, kind: event.data.kind, title: UNTITLED, versions: [], draftVersion: null };
    return { ...known, ...changesOf(known, event), position: event.position };
  },
};

/** Every policy begins with a draft, which brings a title. */
const UNTITLED: Text = { zh: '', en: '' };

type Known = Omit<PolicyListRow, 'position'>;

function changesOf({ title, versions }: Known, event: PolicyEvent): Partial<Known> {
  switch (event.type) {
    case 'PolicyDrafted':
      return { title: versions.length > 0 ? title : event.data.title, draftVersion: event.data.version };
    case 'PolicyPublished': {
      const { version, effectiveFrom } = event.data;
      return { title: event.data.title, versions: [...versions, { version, effectiveFrom }], draftVersion: null };
    }
    case 'PolicyDraftDiscarded':
      return { draftVersion: null };
    case 'PolicyCompared':
    case 'PolicySuperseded':
      return {};
  }
}
