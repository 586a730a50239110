import type { EventStoreDBClient } from '@eventstore/db-client';
import { readHistory, UnreadableEventError } from '@tenure/event-store';
import type { PublishedPolicy } from '@tenure/policy-contract';
import { tierPolicyCodec } from '@tenure/tier-contract';

/** What is needed to publish a version as a policy like all others. */
export type LegacyTierPolicy = Pick<
  PublishedPolicy<'tier'>,
  'policyId' | 'kind' | 'title' | 'effectiveFrom' | 'content'
>;

/** The versions of a policy that were published before tier policies were policies like all others, the oldest first. */
export async function readLegacyTierPolicies(
  client: EventStoreDBClient,
  policyId: string,
): Promise<LegacyTierPolicy[]> {
  const stored = await readHistory(client, [`tierPolicy-${policyId}`]);
  return stored.map(({ type, data, metadata, stream, revision }) => {
    const decoded = tierPolicyCodec.decode(type, metadata.schemaVersion, data);
    if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
    const { policyId: id, version: _, effectiveFrom, publishedAt: __, ...content } = decoded.event.data;
    return { policyId: id, kind: 'tier', title: TITLE, effectiveFrom, content };
  });
}

const TITLE = { zh: '客户价值分级', en: 'Value tiers' };
