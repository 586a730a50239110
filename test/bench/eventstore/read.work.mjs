import { measuredEvents } from './event.mjs';

const STREAM = 'to-be-read';
const EVENTS = 60_000;
const APPEND_EVENTS = 500;

/** What the reads read: one long stream. */
export async function writeLongStream(client) {
  for (let written = 0; written < EVENTS; written += APPEND_EVENTS) {
    await client.appendToStream(STREAM, measuredEvents(APPEND_EVENTS));
  }
}

export function streamRead(client, scale) {
  return countOf(client.readStream(STREAM, { maxCount: Math.ceil(EVENTS * scale) }));
}

export function allRead(client, scale) {
  return countOf(client.readAll({ maxCount: Math.ceil(EVENTS * scale) }));
}

/** A catch-up subscription from the start, by its listener, as applications use it. */
export async function subscription(client, scale) {
  const wanted = Math.ceil(EVENTS * scale);
  const running = client.subscribeToAll();
  await new Promise((resolve, reject) => {
    let seen = 0;
    running.on('data', () => {
      if (++seen === wanted) resolve();
    });
    running.on('error', reject);
  });
  await running.unsubscribe();
  return wanted;
}

async function countOf(events) {
  let count = 0;
  for await (const { event } of events) if (event !== undefined) count++;
  return count;
}
