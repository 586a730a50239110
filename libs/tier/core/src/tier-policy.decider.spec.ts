import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { TierPolicyEvent } from '@tenure/tier-contract';
import { defaultTierPolicy, onlineRetailTierPolicy } from './default.policies';
import { policyInForce, tierPolicy } from './tier-policy.decider';

const { given } = specify(tierPolicy);
const at = '2011-01-01T00:00:00Z';
const publish = { type: 'PublishTierPolicy', ...defaultTierPolicy, occurredAt: at } as const;
const published: TierPolicyEvent = { type: 'TierPolicyPublished', data: { ...defaultTierPolicy, publishedAt: at } };
const second = { ...publish, version: 2, effectiveFrom: '2012-01-01T00:00:00+08:00', defaultTier: 'D' };

describe('tier policy', () => {
  it.each([defaultTierPolicy, onlineRetailTierPolicy])('publishes the policy that $policyId ships with', (policy) =>
    given()
      .when({ type: 'PublishTierPolicy', ...policy, occurredAt: at })
      .then({ type: 'TierPolicyPublished', data: { ...policy, publishedAt: at } }),
  );
  it('is never edited', () =>
    given(published)
      .when({ ...publish, defaultTier: 'D' })
      .thenRejected('tier-policy-already-published-differently'));
  it('has versions without a gap, each effective after the one before', () => {
    given()
      .when({ ...publish, version: 2 })
      .thenRejected('tier-policy-version-not-next');
    given(published)
      .when({ ...second, effectiveFrom: publish.effectiveFrom })
      .thenRejected('tier-policy-not-effective-after-its-predecessor');
  });
  it('names every tier once', () => {
    given()
      .when({ ...publish, defaultTier: 'A' })
      .thenRejected('tier-policy-names-a-tier-twice');
    given()
      .when({ ...publish, tiers: [...publish.tiers, ...publish.tiers] })
      .thenRejected('tier-policy-names-a-tier-twice');
  });
  it.each([
    { fact: 'spendMinor', atLeast: 100, below: 100 },
    { fact: 'cooperationMonths', below: 0 },
  ] as const)('refuses the criterion %j, which never holds', (criterion) =>
    given()
      .when({ ...publish, tiers: [{ tier: 'A', anyOf: [{ allOf: [criterion] }] }] })
      .thenRejected('tier-policy-criterion-never-holds'),
  );

  it('is in force from its effective date until the next version is', () => {
    const { type: _, occurredAt: __, ...policy } = second;
    const versions = [defaultTierPolicy, policy];
    expect(policyInForce(versions, '1999-12-31T15:59:59Z')).toBeUndefined();
    expect(policyInForce(versions, '1999-12-31T16:00:00Z')).toBe(defaultTierPolicy);
    expect(policyInForce(versions, '2011-12-31T15:59:59Z')).toBe(defaultTierPolicy);
    expect(policyInForce(versions, '2011-12-31T16:00:00Z')).toBe(policy);
  });

  it('yields no events for a repeated command', () =>
    proveRepeatedCommandsYieldNoEvents(tierPolicy, {
      PublishTierPolicy: fc.constantFrom(publish, second, { ...publish, currency: 'USD' }),
    }));
});
