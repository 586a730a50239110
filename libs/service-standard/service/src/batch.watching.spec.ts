import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { Recorded } from '@tenure/kernel';
import type { TierEvent } from '@tenure/tier-contract';
import { BatchWatching } from './batch.watching';
import type { PolicyPublishedEvent } from './clock.types';
import type { WatchedCase } from './watched-case.entity';

let position = 0n;
const at = '2024-05-01T09:30:00+08:00';

function recorded<Event extends { readonly type: string; readonly data: object }>(event: Event): Recorded<Event> {
  position += 1n;
  const metadata = { commandId: 'c', correlationId: 'c', actor: 'anna', source: 's', occurredAt: at, schemaVersion: 1 };
  return {
    ...event,
    id: `e-${position}`,
    stream: 's-1',
    revision: 0n,
    position,
    recordedAt: '2024-05-01T01:31:00Z',
    metadata,
  };
}

const opened = (complaintId: string, customerId: string, fields: object = {}): Recorded<ComplaintEvent> =>
  recorded({
    type: 'ComplaintOpened',
    data: { complaintId, customerId, channel: 'phone', subject: 'Late', owner: 'anna', openedAt: at, ...fields },
  });
const closed = (complaintId: string): Recorded<ComplaintEvent> =>
  recorded({ type: 'ComplaintClosed', data: { complaintId, customerId: 'k-1', by: 'anna', closedAt: at } });
const overridden = (customerId: string, tier: string): Recorded<TierEvent> =>
  recorded({
    type: 'TierOverridden',
    data: { customerId, tier, by: 'lin', reason: 'strategic', until: '2030-01-01T00:00:00Z', overriddenAt: at },
  });
const ofPolicy = { version: 2, effectiveFrom: at, publishedAt: at, by: 'lin', title: { zh: '标准', en: 'Standard' } };
const midCase = { tierChanged: 'keep', urgencyChanged: 'keep', standardPublished: 'keep' } as const;
const standard = { tiers: [], defaultTier: 'C', targets: [], noTarget: [], midCase };
const standardPublished: PolicyPublishedEvent = recorded({
  type: 'PolicyPublished',
  data: { ...ofPolicy, policyId: 'service-standard', kind: 'service-standard', content: standard },
});
const holidaysPublished: PolicyPublishedEvent = recorded({
  type: 'PolicyPublished',
  data: { ...ofPolicy, policyId: 'holidays-CN', kind: 'holidays', content: { region: 'CN', years: [] } },
});
const watched = (caseId: string, fields: Partial<WatchedCase> = {}): WatchedCase => ({
  caseId,
  customerId: 'k-1',
  standardId: 'service-standard',
  isOpen: true,
  isWorkedOn: true,
  policyIds: ['service-standard', 'calendar-24x7'],
  clocks: null,
  ...fields,
});
const kinds = ({ facts }: BatchWatching) =>
  Object.fromEntries([...facts].map(([caseId, found]) => [caseId, found.map(({ kind }) => kind)]));

describe('what a batch says of cases', () => {
  it('goes to each case in the order of the log', () => {
    const watching = new BatchWatching([], new Map());
    watching.complaint(opened('c-1', 'k-1'));
    watching.complaint(opened('c-2', 'k-2'));
    watching.complaint(closed('c-1'));
    expect(kinds(watching)).toEqual({ 'c-1': ['opened', 'closed'], 'c-2': ['opened'] });
    expect(watching.changed.get('c-1')).toMatchObject({ isOpen: false, standardId: 'service-standard' });
  });

  it('has the tier that the customer had when a case was opened', () => {
    const watching = new BatchWatching([], new Map([['k-1', 'B']]));
    watching.complaint(opened('before', 'k-1'));
    watching.tier(overridden('k-1', 'A'));
    watching.complaint(opened('after', 'k-1'));
    watching.complaint(opened('without', 'k-2'));
    expect(kinds(watching)).toEqual({ before: ['opened', 'tier-changed'], after: ['opened'], without: ['opened'] });
    expect(watching.facts.get('before')).toMatchObject([{ tier: 'B' }, { tier: 'A', occurredAt: at }]);
    expect(watching.facts.get('after')).toMatchObject([{ tier: 'A' }]);
    expect(watching.facts.get('without')?.[0]).not.toHaveProperty('tier');
    expect(watching.changedTiers).toEqual(new Map([['k-1', 'A']]));
  });

  it('tells of a tier that is as it was to nobody, and of another to open cases alone', () => {
    const cases = [watched('open'), watched('done', { isOpen: false }), watched('other', { customerId: 'k-2' })];
    const same = new BatchWatching(cases, new Map([['k-1', 'A']]));
    same.tier(overridden('k-1', 'A'));
    expect(kinds(same)).toEqual({});
    const changed = new BatchWatching(cases, new Map());
    changed.tier(overridden('k-1', 'A'));
    expect(kinds(changed)).toEqual({ open: ['tier-changed'] });
  });

  it('tells of a policy to the cases under it, to those whose clocks are not known yet, and to stored ones', () => {
    const cases = [
      watched('under'),
      watched('other', { policyIds: ['another'] }),
      watched('unknown', { policyIds: null }),
      watched('done', { isOpen: false }),
    ];
    const watching = new BatchWatching(cases, new Map());
    watching.policy(standardPublished, ['service-standard'], ['stored', 'done']);
    const told = ['standard-published'];
    expect(kinds(watching)).toEqual({ under: told, unknown: told, stored: told });
    expect([...watching.moved].toSorted()).toEqual(['stored', 'under', 'unknown']);
  });

  it('tells of holidays by the calendars that have them', () => {
    const watching = new BatchWatching([watched('under'), watched('other', { policyIds: ['office'] })], new Map());
    watching.policy(holidaysPublished, ['holidays-CN', 'office'], []);
    expect(kinds(watching)).toEqual({ other: ['calendar-published'] });
  });
});
