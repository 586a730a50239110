import { StreamNotFoundError, type EventStoreDBClient } from '@eventstore/db-client';
import { toStored, type Stored } from './recorded.codec';

/** How many streams are read at a time. */
const PARALLEL_READS = 8;

/** All events of some streams, merged in the order of the log. Streams that don't exist count as empty. */
export async function readHistory(client: EventStoreDBClient, streams: readonly string[]): Promise<Stored[]> {
  const events: Stored[] = [];
  for (let start = 0; start < streams.length; start += PARALLEL_READS) {
    const group = streams.slice(start, start + PARALLEL_READS);
    events.push(...(await Promise.all(group.map((stream) => readWhole(client, stream)))).flat());
  }
  return events.sort((a, b) => (a.position < b.position ? -1 : 1));
}

async function readWhole(client: EventStoreDBClient, stream: string): Promise<Stored[]> {
  const events: Stored[] = [];
  try {
    for await (const resolved of client.readStream(stream)) {
      const stored = toStored(resolved);
      if (stored) events.push(stored);
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return events;
}
