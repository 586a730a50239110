import type { EventStoreDBClient } from '@eventstore/db-client';
import { toStored, type Stored } from './recorded.codec';
import { readStream } from './stream.reader';

/** How many streams are read at a time. */
const PARALLEL_READS = 8;

/** All events of some streams, merged in the order of the log. Streams that don't exist count as empty. */
export async function readHistory(client: EventStoreDBClient, streams: readonly string[]): Promise<Stored[]> {
  const events: Stored[] = [];
  for (let start = 0; start < streams.length; start += PARALLEL_READS) {
    const group = streams.slice(start, start + PARALLEL_READS);
    const read = await Promise.all(group.map((stream) => readStream(client, stream)));
    events.push(...read.flat().flatMap((resolved) => toStored(resolved) ?? []));
  }
  return events.sort((a, b) => (a.position < b.position ? -1 : 1));
}
