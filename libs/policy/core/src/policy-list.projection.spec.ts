import { projected, recordAll } from '@tenure/kernel/testing';
import type { PolicyEvent } from '@tenure/policy-contract';
import { policyList } from './policy-list.projection';
import { tierContent } from './testing/policy.samples';

const by = 'anna';
const at = '2024-05-01T09:00:00Z';
const of = { policyId: 'value-tier', kind: 'tier', by } as const;
const drafted = (version: number, zh: string): PolicyEvent => ({
  type: 'PolicyDrafted',
  data: { ...of, version, title: { zh, en: zh }, content: tierContent, draftedAt: at },
});
const published = (version: number, zh: string, effectiveFrom: string): PolicyEvent => ({
  type: 'PolicyPublished',
  data: { ...of, version, title: { zh, en: zh }, content: tierContent, effectiveFrom, publishedAt: at },
});
const rowsOf = (...events: PolicyEvent[]) => projected(policyList, recordAll(events));

describe('policy list', () => {
  const first = [drafted(1, '一'), published(1, '一', '2024-01-01T00:00:00Z')];

  it('shows a draft by its own title until something is published', () =>
    expect(rowsOf(drafted(1, '一'), drafted(1, '二'))).toMatchObject([
      { policyId: 'value-tier', kind: 'tier', title: { zh: '二' }, versions: [], draftVersion: 1 },
    ]));
  it('shows what was published, with the draft of the next', () =>
    expect(rowsOf(...first, drafted(2, '二'))).toMatchObject([
      { title: { zh: '一' }, versions: [{ version: 1, effectiveFrom: '2024-01-01T00:00:00Z' }], draftVersion: 2 },
    ]));
  it('forgets a draft that was discarded or published', () => {
    const discarded: PolicyEvent = { type: 'PolicyDraftDiscarded', data: { ...of, version: 2, discardedAt: at } };
    expect(rowsOf(...first, drafted(2, '二'), discarded)).toMatchObject([{ versions: [{}], draftVersion: null }]);
    const second = [drafted(2, '二'), published(2, '二', '2025-01-01T00:00:00Z')];
    expect(rowsOf(...first, ...second)).toMatchObject([
      { title: { zh: '二' }, versions: [{}, {}], draftVersion: null },
    ]);
  });
});
