import * as fc from 'fast-check';
import { fingerprintOf } from '@tenure/kernel';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { draftedPolicy, inForce, type PolicyEvent } from '@tenure/policy-contract';
import { policy } from './policy.decider';
import { draftFingerprintOf } from './policy.state';
import { calendarContent, text, tierContent } from './testing/policy.samples';

const { given } = specify(policy);
const at = '2024-05-01T09:00:00+08:00';
const named = { policyId: 'value-tier', by: 'anna', occurredAt: at };
const draft = { ...named, type: 'DraftPolicy', kind: 'tier', version: 1, title: text, content: tierContent } as const;
const other = { ...draft, content: { ...tierContent, defaultTier: 'D' } };
const publish = { ...named, type: 'PublishPolicy', version: 1, effectiveFrom: '2024-06-01T00:00:00+08:00' } as const;
const discard = { ...named, type: 'DiscardPolicyDraft', version: 1 } as const;
const ofPolicy = { policyId: 'value-tier', kind: 'tier', by: 'anna' } as const;
const comparison = { of: 'customers', looked: 3, changed: 0, changes: [], examples: [] };
const compare = {
  ...named,
  type: 'ComparePolicy',
  version: 1,
  draftFingerprint: draftFingerprintOf(draft),
  result: comparison,
} as const;

const said = {
  policyId: 'value-tier',
  kind: 'tier',
  version: 1,
  title: text,
  content: tierContent,
  by: 'anna',
} as const;
const drafted = (version = 1, content = tierContent): PolicyEvent => ({
  type: 'PolicyDrafted',
  data: draftedPolicy({ ...said, version, content, draftedAt: at }),
});
const published = (version = 1, effectiveFrom: string = publish.effectiveFrom): PolicyEvent => ({
  type: 'PolicyPublished',
  data: { ...said, version, effectiveFrom, publishedAt: at },
});

describe('a policy', () => {
  it('is drafted', () => given().when(draft).then(drafted()));
  it('is drafted anew in place of the draft before', () =>
    given(drafted()).when(other).then(drafted(1, other.content)));
  it('is refused as a draft that makes no sense, with the place', () =>
    expect(policy.decide({ ...draft, content: { ...tierContent, defaultTier: 'A' } }, policy.initial)).toEqual({
      accepted: false,
      code: 'policy-names-a-tier-twice',
      detail: 'content.defaultTier: A stands in content.tiers[0].tier already',
    }));
  it('stays of its kind', () =>
    given(drafted())
      .when({ ...draft, kind: 'calendar', content: calendarContent })
      .thenRejected('policy-of-another-kind'));
  it('has versions without a gap', () => {
    given()
      .when({ ...draft, version: 2 })
      .thenRejected('policy-version-not-next');
    given(drafted(), published()).when(other).thenRejected('policy-version-not-next');
    given(drafted(), published())
      .when({ ...draft, version: 2 })
      .then(drafted(2));
  });

  it('is compared, as the draft that was looked at', () => {
    const { draftFingerprint } = compare;
    given(drafted())
      .when(compare)
      .then({
        type: 'PolicyCompared',
        data: { ...ofPolicy, version: 1, draftFingerprint, result: comparison, comparedAt: at },
      });
    given(drafted(1, other.content)).when(compare).thenRejected('policy-draft-changed');
    given().when(compare).thenRejected('policy-has-no-draft');
  });

  it('is published from its draft', () => given(drafted()).when(publish).then(published()));
  it('is not published without a draft', () => given().when(publish).thenRejected('policy-has-no-draft'));
  it('is not published as something that its publisher has not seen', () =>
    given(drafted(1, other.content))
      .when({ ...publish, draftFingerprint: draftFingerprintOf(draft) })
      .thenRejected('policy-draft-changed'));
  it('supersedes the version before it', () =>
    given(drafted(), published(), drafted(2))
      .when({ ...publish, version: 2, effectiveFrom: '2025-01-01T00:00:00Z' })
      .then(published(2, '2025-01-01T00:00:00Z'), {
        type: 'PolicySuperseded',
        data: { ...ofPolicy, version: 1, supersededBy: 2, effectiveTo: '2025-01-01T00:00:00Z' },
      }));
  it('is effective strictly after the version before it', () =>
    given(drafted(), published(), drafted(2))
      .when({ ...publish, version: 2, effectiveFrom: '2024-05-31T16:00:00Z' })
      .thenRejected('policy-not-effective-after-its-predecessor'));
  it('is never published again with another date or as something else', () => {
    given(drafted(), published())
      .when({ ...publish, effectiveFrom: '2024-07-01T00:00:00Z' })
      .thenRejected('policy-already-published-differently');
    given(drafted(), published())
      .when({ ...publish, draftFingerprint: fingerprintOf('other') })
      .thenRejected('policy-already-published-differently');
  });

  it('loses its draft when it is discarded', () => {
    const discarded: PolicyEvent = { type: 'PolicyDraftDiscarded', data: { ...ofPolicy, version: 1, discardedAt: at } };
    given(drafted()).when(discard).then(discarded);
    given(drafted(), discarded).when(publish).thenRejected('policy-has-no-draft');
    given(drafted(), discarded)
      .when({ ...discard, by: 'bo' })
      .thenRejected('policy-has-no-draft');
    given(drafted(), discarded).when(draft).then(drafted());
  });

  const version = fc.integer({ min: 1, max: 3 });
  const by = fc.constantFrom('anna', 'bo');
  const step = { policyId: fc.constant('value-tier'), version, by, occurredAt: fc.constant(at) };
  const content = fc.constantFrom(tierContent, other.content);
  const fingerprint = fc.constantFrom(draftFingerprintOf(draft), draftFingerprintOf(other));
  const commands = {
    DraftPolicy: fc.record({
      ...step,
      type: fc.constant('DraftPolicy'),
      kind: fc.constant('tier'),
      title: fc.constant(text),
      content,
    }),
    ComparePolicy: fc.record({
      ...step,
      type: fc.constant('ComparePolicy'),
      draftFingerprint: fingerprint,
      result: fc.constant(comparison),
    }),
    PublishPolicy: fc.record(
      {
        ...step,
        type: fc.constant('PublishPolicy'),
        effectiveFrom: fc.constantFrom('2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
        draftFingerprint: fingerprint,
      },
      { requiredKeys: ['policyId', 'version', 'by', 'occurredAt', 'type', 'effectiveFrom'] },
    ),
    DiscardPolicyDraft: fc.record({ ...step, type: fc.constant('DiscardPolicyDraft') }),
  } as const;

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(policy, commands));

  it('keeps what was published, whatever comes after: in force at any moment is what was so before, or a newer version', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(...Object.values(commands)), { maxLength: 40 }), (sequence) => {
        let state = policy.initial;
        for (const command of sequence) {
          const decision = policy.decide(command, state);
          const after = decision.accepted ? decision.events.reduce(policy.evolve, state) : state;
          expect(after.versions.slice(0, state.versions.length)).toEqual(state.versions);
          expect(after.versions.map((one) => one.version)).toEqual(after.versions.map((_one, index) => index + 1));
          const moments = after.versions.map(({ effectiveFrom }) => Date.parse(effectiveFrom));
          expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
          state = after;
        }
      }),
    ));
});

describe('the version in force', () => {
  const versions = [
    { version: 1, effectiveFrom: '2000-01-01T00:00:00+08:00' },
    { version: 2, effectiveFrom: '2012-01-01T00:00:00+08:00' },
  ];
  it.each([
    ['1999-12-31T15:59:59Z', undefined],
    ['1999-12-31T16:00:00Z', 1],
    ['2011-12-31T15:59:59Z', 1],
    ['2011-12-31T16:00:00Z', 2],
  ])('at %s is %p', (moment, version) => expect(inForce(versions, moment)?.version).toBe(version));
});
