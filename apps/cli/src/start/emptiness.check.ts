import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';

/** What the platform records by itself at its first start. */
const OF_THE_PLATFORM: ReadonlySet<string> = new Set(['TierPolicyPublished', 'PolicyDrafted', 'PolicyPublished']);
const PLATFORM = 'tenure';
const LIMIT_MS = 5_000;

/** Whether nothing but the platform's own policies was ever recorded. In doubt it was: a sample must not spoil real data. */
export async function isEmpty(client: EventStoreDBClient): Promise<boolean> {
  if ((await headPosition(client)) === undefined) return true;
  let unreadable = 0;
  const feed = new EventStoreFeed(client, domainCodec, () => unreadable++);
  const signal = AbortSignal.timeout(LIMIT_MS);
  for await (const { events, caughtUp } of feed.batches(undefined, { maxEvents: 50, signal })) {
    if (
      unreadable > 0 ||
      events.some(({ type, metadata: { actor } }) => !OF_THE_PLATFORM.has(type) || actor !== PLATFORM)
    )
      return false;
    if (caughtUp) return true;
  }
  return false;
}
