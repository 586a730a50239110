/**
 * The same events and folds through `@event-driven-io/emmett-postgresql`, a peer library that projects from an event store
 * in PostgreSQL into documents: events a second from the start of the log to the last committed row, all projections at once.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonEvent } from '@eventstore/db-client';
import { domainCodec, domainProjections, openDatabase } from '@tenure/composition';
import { connectEventStore, EventStoreFeed, headPosition } from '@tenure/event-store';
import { rebuildProjections } from '@tenure/projections';
import pg from 'pg';
import { median, rateOf, readAll, report, round, startNode } from './harness.mjs';
import { startPostgres } from './postgres.mjs';
import { CFPB, importSample } from './sample.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
/** The peer writes a row at a time: more would take minutes and tell the same. */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 6_000);
const NO_ROWS = { count: 0 };
const PEER = fileURLToPath(new URL('peer', import.meta.url));

if (!existsSync(join(PEER, 'node_modules')))
  execFileSync('npm', ['install', '--no-audit'], { cwd: PEER, stdio: 'inherit' });
const { fillEmmett, projectWithEmmett } = await import('./peer/emmett.mjs');

const node = await startNode();
const client = connectEventStore(node.url);
await appendFirstEvents();
const postgres = await startPostgres();
const dataSource = await openDatabase(postgres.url, 10);
const feed = new EventStoreFeed(client, domainCodec, ({ reason }) => console.error(reason));

const events = await recordedEvents();
const types = [...new Set(events.map(({ type }) => type))];
const peerUrl = await postgres.createDatabase('emmett');
await fillEmmett(peerUrl, events);

const ours = async () => {
  await rebuildProjections({ dataSource, feed, bindings: domainProjections, head: () => headPosition(client) });
  return events.length;
};
const emmett = async () => {
  await projectWithEmmett(peerUrl, domainProjections, types);
  return events.length;
};

const rates = { ours: [], emmett: [] };
await rateOf(ours);
for (let count = 0; count < ROUNDS; count++) {
  rates.ours.push(await rateOf(ours));
  rates.emmett.push(await rateOf(emmett));
  console.log(`round ${count + 1}: ours ${round(rates.ours.at(-1), 0)}/s, emmett ${round(rates.emmett.at(-1), 0)}/s`);
}
await proveEqualRows();
await client.dispose();
await dataSource.destroy();
await postgres.stop();
await node.stop();

report(
  'peer',
  { ours_to_emmett: round(median(rates.ours.map((rate, index) => rate / rates.emmett[index])), 1) },
  {
    events: events.length,
    projections: domainProjections.length,
    ours_events_per_second: round(median(rates.ours), 0),
    emmett_events_per_second: round(median(rates.emmett), 0),
  },
);

/** The first events of a real import, as they were recorded. */
async function appendFirstEvents() {
  const source = await startNode();
  const sourceClient = connectEventStore(source.url);
  await importSample(sourceClient, CFPB);
  for (const { streamId, type, data, metadata } of (await readAll(sourceClient)).slice(0, EVENTS)) {
    await client.appendToStream(streamId, jsonEvent({ type, data, metadata }));
  }
  await sourceClient.dispose();
  await source.stop();
}

async function recordedEvents() {
  const stopping = new AbortController();
  const all = [];
  for await (const batch of feed.batches(undefined, { maxEvents: 1_000, signal: stopping.signal })) {
    all.push(...batch.events);
    if (batch.caughtUp) stopping.abort();
  }
  return all;
}

/** A figure of a library that did not do the work would be worth nothing. */
async function proveEqualRows() {
  const peer = new pg.Client({ connectionString: peerUrl });
  await peer.connect();
  for (const { projection, entity } of domainProjections) {
    const table = projection.name.replaceAll('-', '_');
    const { rows: found } = await peer.query('SELECT to_regclass($1) AS table', [table]);
    // The peer makes a table when it has its first row.
    const { rows } = found[0].table
      ? await peer.query(`SELECT count(*)::int AS count FROM ${table}`)
      : { rows: [NO_ROWS] };
    const own = await dataSource.getRepository(entity).count();
    if (rows[0].count !== own) throw new Error(`${projection.name}: ${own} rows here, ${rows[0].count} of the peer`);
  }
  await peer.end();
}
