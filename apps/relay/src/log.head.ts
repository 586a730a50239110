import type { EventStoreDBClient } from '@eventstore/db-client';

/** An idle EventStoreDB goes on writing about itself: this many of its own events at the end are looked past. */
const LOOKED_PAST = 500;
const DEADLINE_MS = 5_000;

/** Position of the newest event that concerns the relay; undefined where there is none in sight. */
export async function relayedHead(client: EventStoreDBClient): Promise<bigint | undefined> {
  let head: bigint | undefined;
  const options = { direction: 'backwards', fromPosition: 'end', deadline: DEADLINE_MS } as const;
  // Read to its end: a read that is left early keeps the client from being disposed of.
  for (const maxCount of [1, LOOKED_PAST]) {
    for await (const { event } of client.readAll({ ...options, maxCount })) {
      if (event && !event.type.startsWith('$')) head ??= event.position.commit;
    }
    if (head !== undefined) return head;
  }
  return head;
}
