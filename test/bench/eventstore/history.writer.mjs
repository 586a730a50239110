/**
 * `node history.writer.mjs FOLDER EVENTS`: fills a data folder by the node's own writer, without a client between, and
 * then dies as by a power cut: the files are those of a node that was killed.
 */
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { measuredData } from './event.mjs';
import { EVENTS_PER_STREAM, streamName } from './history.mjs';

const require = createRequire(import.meta.url);
const { EventStore } = require(join(require.resolve('@tenure/embedded-event-store'), '../store/event-store.js'));

const [folder, count] = process.argv.slice(2);
const EVENTS = Number(count);
const STREAMS = EVENTS / EVENTS_PER_STREAM;
const APPEND_EVENTS = 5;
const WAITING_APPENDS = 2000;
/** Coprime to the number of streams: the events of a stream lie far apart in the log, as those of a customer do. */
const STRIDE = 7919;

const store = await EventStore.open({ folder, segmentBytes: 128 * 1024 * 1024 });
const bodies = Array.from({ length: 1000 }, (_, number) => Buffer.from(JSON.stringify(measuredData(number))));
const appends = EVENTS / APPEND_EVENTS;
let next = 0;
await Promise.all(
  Array.from({ length: WAITING_APPENDS }, async () => {
    while (next < appends) await append(next++);
  }),
);
process.kill(process.pid, 'SIGKILL');

function append(number) {
  const events = Array.from({ length: APPEND_EVENTS }, (_, index) => ({
    id: randomUUID(),
    type: 'Measured',
    contentType: 'application/json',
    data: bodies[(number + index) % bodies.length],
    metadata: Buffer.alloc(0),
  }));
  const command = { kind: 'append', streamName: streamName((number * STRIDE) % STREAMS), expected: 'any', events };
  return new Promise((resolve, reject) => {
    store.submit({ ...command, deadlineMs: Number.POSITIVE_INFINITY }, (outcome) =>
      outcome.kind === 'written' ? resolve() : reject(new Error(outcome.kind)),
    );
  });
}
