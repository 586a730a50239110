import { inForce, ofKind, type PublishedPolicy } from '@tenure/policy-contract';
import { standardsBook, type StandardsBook } from './standards.book';

/**
 * The book as if what is in force at a moment (ISO 8601) had always been, and nobody were told of anything. One that is
 * not in force yet is left out. Keep it for as many clocks as are restated.
 */
export function pinnedBook({ policies }: StandardsBook, at: string): StandardsBook {
  const ids = [...new Set(policies.map(({ policyId }) => policyId))];
  const versions = (policyId: string) =>
    policies.filter((policy) => policy.policyId === policyId).sort((one, other) => one.version - other.version);
  // Holidays tell what years are like: the newest are the best known.
  const holding = ids.map((policyId) => newestHolidays(versions(policyId)) ?? inForce(versions(policyId), at));
  return standardsBook(
    holding
      .filter((policy) => policy !== undefined)
      .map(always)
      .map(silent),
  );
}

const newestHolidays = (versions: readonly PublishedPolicy[]): PublishedPolicy | undefined =>
  ofKind(versions, 'holidays').at(-1);

const always = (policy: PublishedPolicy): PublishedPolicy => ({ ...policy, effectiveFrom: '0001-01-01T00:00:00Z' });

function silent(policy: PublishedPolicy): PublishedPolicy {
  if (policy.kind !== 'service-standard') return policy;
  const targets = policy.content.targets.map((target) => ({ ...target, remindAtPercent: [], escalationId: undefined }));
  return { ...policy, content: { ...policy.content, targets } };
}
