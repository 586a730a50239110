import { jsonEvent } from '@eventstore/db-client';
import { connectEventStore } from '@tenure/event-store';
import { inParallel, readAll, startNode } from '../harness.mjs';
import { CFPB, importSample } from '../sample.mjs';

const APPENDS_AT_A_TIME = 64;

/** The events of a real import, stream by stream, to be repeated under other names. */
export async function repeatable() {
  const node = await startNode();
  const client = connectEventStore(node.url);
  await importSample(client, CFPB);
  const events = await readAll(client);
  await client.dispose();
  await node.stop();
  const streams = new Map();
  for (const event of events) streams.set(event.streamId, [...(streams.get(event.streamId) ?? []), event]);
  return [...streams.values()];
}

/**
 * Appends at least `many` events: copies of the streams in turn, each copy under names of its own. `from` is what an earlier
 * call returned, and says where to go on.
 */
export async function appendHistory(client, streams, many, from = { next: 0 }) {
  const chosen = [];
  let { next } = from;
  for (let events = 0; events < many; next++) {
    const stream = streams[next % streams.length];
    chosen.push({ stream, copy: Math.floor(next / streams.length) });
    events += stream.length;
  }
  await inParallel(chosen.length, APPENDS_AT_A_TIME, (index) => {
    const { stream, copy } = chosen[index];
    return client.appendToStream(
      `${stream[0].streamId}-${copy}`,
      stream.map((event) => renamed(event, copy)),
    );
  });
  from.next = next;
  return { next };
}

function renamed({ type, data, metadata }, copy) {
  const own = (fields) => {
    const renamedFields = { ...fields };
    for (const name of ['customerId', 'complaintId'])
      if (name in fields) renamedFields[name] = `${fields[name]}-${copy}`;
    return renamedFields;
  };
  return jsonEvent({ type, data: own(data), metadata: own(metadata) });
}
