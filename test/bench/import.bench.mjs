/**
 * The whole Online Retail import, from opening the archive to the last acknowledged event, against the bare client
 * appending the very same events, one append each, as many at a time.
 */
import { jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { connectEventStore } from '@tenure/event-store';
import { inParallel, median, readAll, report, round, startNode } from './harness.mjs';
import { importSample, ONLINE_RETAIL } from './sample.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const CONCURRENT = 512;

/** Appends of one stream follow each other; everything else runs side by side. */
async function appendBare(client, events) {
  const streams = [...byStream(events).values()];
  const start = performance.now();
  await inParallel(streams.length, CONCURRENT, async (index) => {
    for (const { streamId, revision, type, data, metadata } of streams[index]) {
      const expectedRevision = revision === 0n ? NO_STREAM : revision - 1n;
      await client.appendToStream(streamId, jsonEvent({ type, data, metadata }), { expectedRevision });
    }
  });
  return (performance.now() - start) / 1000;
}

function byStream(events) {
  const streams = new Map();
  for (const event of events) streams.set(event.streamId, [...(streams.get(event.streamId) ?? []), event]);
  return streams;
}

const rounds = [];
for (let count = 0; count < ROUNDS; count++) {
  const imported = await startNode();
  const client = connectEventStore(imported.url);
  const { seconds, rows } = await importSample(client, ONLINE_RETAIL);
  const events = await readAll(client);
  await client.dispose();
  await imported.stop();

  const bare = await startNode();
  const bareClient = connectEventStore(bare.url);
  const bareSeconds = await appendBare(bareClient, events);
  await bareClient.dispose();
  await bare.stop();
  rounds.push({ seconds, bareSeconds, events: events.length, rows: rows.read });
  console.log(`round ${count + 1}: import ${seconds.toFixed(1)} s, bare client ${bareSeconds.toFixed(1)} s`);
}

const over = (pick) => median(rounds.map(pick));
report(
  'import',
  { import_to_bare: round(over(({ seconds, bareSeconds }) => bareSeconds / seconds)) },
  {
    events: rounds[0].events,
    rows: rounds[0].rows,
    import_seconds: round(over(({ seconds }) => seconds)),
    import_events_per_second: round(
      over(({ events, seconds }) => events / seconds),
      0,
    ),
    import_rows_per_second: round(
      over(({ rows, seconds }) => rows / seconds),
      0,
    ),
    bare_events_per_second: round(
      over(({ events, bareSeconds }) => events / bareSeconds),
      0,
    ),
  },
);
