import { START, StreamNotFoundError, type EventStoreDBClient, type ResolvedEvent } from '@eventstore/db-client';
import { EventStoreUnavailableError } from './errors';

/**
 * All events of a stream from a revision on; none where there is no such stream. Read to the end, always: a read that is left
 * early keeps the client from being disposed of.
 */
export async function readStream(
  client: EventStoreDBClient,
  stream: string,
  fromRevision: bigint | typeof START = START,
): Promise<ResolvedEvent[]> {
  const events: ResolvedEvent[] = [];
  try {
    for await (const resolved of client.readStream(stream, { fromRevision })) events.push(resolved);
    return events;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    throw new EventStoreUnavailableError(`reading ${stream}`, error);
  }
}
