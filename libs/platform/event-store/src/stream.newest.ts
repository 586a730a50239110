import { StreamNotFoundError, type EventStoreDBClient } from '@eventstore/db-client';
import { EventStoreUnavailableError } from './errors';

/** Position in the log of the newest event of a stream; undefined where there is no such stream. */
export async function newestPositionOf(client: EventStoreDBClient, stream: string): Promise<bigint | undefined> {
  let newest: bigint | undefined;
  try {
    // Read to its end: a read that is left early keeps the client from being disposed of.
    for await (const { event } of client.readStream(stream, {
      direction: 'backwards',
      fromRevision: 'end',
      maxCount: 1,
    })) {
      newest = event?.position?.commit;
    }
    return newest;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw new EventStoreUnavailableError(`reading the end of ${stream}`, error);
  }
}
