import type { EventStoreDBClient } from '@eventstore/db-client';

/** When the event at a position, or the last one before it, was recorded: ISO 8601 UTC; undefined where there is none. */
export async function recordedAt(client: EventStoreDBClient, position: bigint): Promise<string | undefined> {
  let found: string | undefined;
  const fromPosition = { commit: position, prepare: position };
  // Read to its end: a read that is left early keeps the client from being disposed of.
  for await (const { event } of client.readAll({ direction: 'backwards', fromPosition, maxCount: 1 })) {
    found = event?.created.toISOString();
  }
  return found;
}
