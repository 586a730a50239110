import { randomUUID } from 'node:crypto';
import { inParallel } from '../harness.mjs';
import { measuredEvent, measuredEvents } from './event.mjs';

const CONCURRENT_APPENDS = 256;
const BATCH_EVENTS = 100;
const BATCHES_AT_A_TIME = 4;

export async function appends(client, scale) {
  const count = Math.ceil(16_000 * scale);
  const run = randomUUID();
  await inParallel(count, CONCURRENT_APPENDS, (index) =>
    client.appendToStream(`single-${run}-${index % 1000}`, measuredEvent(index)),
  );
  return count;
}

export async function batches(client, scale) {
  const count = Math.ceil(400 * scale);
  const run = randomUUID();
  await inParallel(count, BATCHES_AT_A_TIME, (index) =>
    client.appendToStream(`batch-${run}-${index}`, measuredEvents(BATCH_EVENTS)),
  );
  return count * BATCH_EVENTS;
}

export async function sequential(client, scale) {
  const count = Math.ceil(2000 * scale);
  const stream = `sequential-${randomUUID()}`;
  for (let index = 0; index < count; index++) await client.appendToStream(stream, measuredEvent(index));
  return count;
}
