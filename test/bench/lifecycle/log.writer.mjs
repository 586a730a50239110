/**
 * `node log.writer.mjs FOLDER HISTORY OPTIONS`: fills a data folder with the events of `HISTORY.mjs` by the node's own
 * writer, without a client between, in their order; prints how many, and then dies as by a power cut.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { EventStore } = require(join(require.resolve('@tenure/embedded-event-store'), '../store/event-store.js'));

const WAITING_APPENDS = 2_000;

const [folder, name, options] = process.argv.slice(2);
const { history } = await import(`./${name}.mjs`);
const store = await EventStore.open({ folder, segmentBytes: 128 * 1024 * 1024 });
let written = 0;
let waiting = [];
for (const event of history(JSON.parse(options))) {
  waiting.push(append(event));
  written++;
  if (waiting.length < WAITING_APPENDS) continue;
  await Promise.all(waiting);
  waiting = [];
}
await Promise.all(waiting);
process.stdout.write(`${written}\n`, () => process.kill(process.pid, 'SIGKILL'));

function append({ streamName, type, data, occurredAt }) {
  const metadata = {
    customerId: data.customerId,
    commandId: `${type}:${streamName}`,
    correlationId: streamName,
    actor: 'bench',
    source: 'bench',
    occurredAt,
    schemaVersion: 1,
  };
  const event = {
    id: randomUUID(),
    type,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(data)),
    metadata: Buffer.from(JSON.stringify(metadata)),
  };
  const command = {
    kind: 'append',
    streamName,
    expected: 'any',
    events: [event],
    deadlineMs: Number.POSITIVE_INFINITY,
  };
  return new Promise((resolve, reject) => {
    store.submit(command, (outcome) => (outcome.kind === 'written' ? resolve() : reject(new Error(outcome.kind))));
  });
}
