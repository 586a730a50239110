import type { AllStreamResolvedEvent, EventStoreDBClient } from '@eventstore/db-client';
import type { FeedEvent, Reread } from '@tenure/projections';
import type { AnyCodec } from './codec.registry';
import { EventStoreUnavailableError } from './errors';
import { decodeResolved } from './feed.decoding';

/** How many events are asked for at a time. */
const PARALLEL_READS = 16;

/** Reads single events of the log again. Rejects with `EventStoreUnavailableError`. */
export const rereadFrom =
  (client: EventStoreDBClient, codec: AnyCodec): Reread =>
  async (positions) => {
    const events: FeedEvent[] = [];
    for (let start = 0; start < positions.length; start += PARALLEL_READS) {
      const group = positions.slice(start, start + PARALLEL_READS);
      const read = await Promise.all(group.map((position) => readAt(client, position)));
      events.push(...read.flatMap((resolved) => (resolved && decodeResolved(codec, resolved)) ?? []));
    }
    return events;
  };

/** Undefined where the event is no longer there. */
async function readAt(client: EventStoreDBClient, position: bigint): Promise<AllStreamResolvedEvent | undefined> {
  let found: AllStreamResolvedEvent | undefined;
  const fromPosition = { commit: position, prepare: position };
  try {
    // Read to its end: a read that is left early keeps the client from being disposed of.
    for await (const resolved of client.readAll({ direction: 'forwards', fromPosition, maxCount: 1 })) found = resolved;
  } catch (error) {
    throw new EventStoreUnavailableError(`reading the event at ${position}`, error);
  }
  return found?.event?.position.commit === position ? found : undefined;
}
