import { randomUUID } from 'node:crypto';
import { jsonEvent, type AllStreamResolvedEvent, type EventStoreDBClient } from '@eventstore/db-client';
import type { SeededRandom } from '../seeded.random';
import { within } from '../within.limit';
import type { Batch, BatchEvent, WriteLedger } from './write.ledger';

/** The client's batch append has no deadline of its own. */
const ANSWERED_WITHIN_MS = 20_000;

export function newBatch(random: SeededRandom): Batch {
  const id = randomUUID();
  const size = random.between(1, 20);
  const events = Array.from({ length: size }, (_, index) => {
    const padding = 'x'.repeat(random.between(0, 2000));
    return jsonEvent<BatchEvent>({ type: 'Written', data: { batch: id, index, size, padding } });
  });
  return { id, stream: `chaos-${random.between(1, 5)}`, events };
}

/** Keeps account of the answer; returns why the batch was refused. */
export async function send(client: EventStoreDBClient, batch: Batch, ledger: WriteLedger): Promise<string | undefined> {
  try {
    const appending = client.appendToStream(batch.stream, batch.events);
    const { nextExpectedRevision, position } = await within('an append', appending, ANSWERED_WITHIN_MS);
    ledger.acknowledge(batch, { revision: nextExpectedRevision, position: position?.commit ?? -1n });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'refused without an error';
  }
}

export async function readAll(client: EventStoreDBClient): Promise<AllStreamResolvedEvent[]> {
  const events: AllStreamResolvedEvent[] = [];
  for await (const event of client.readAll()) events.push(event);
  return events;
}
