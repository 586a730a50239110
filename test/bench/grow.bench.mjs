/**
 * What a live event costs a projector, and how fast it rebuilds, on a short history and on a long one: the events of the CFPB
 * complaints, repeated under other names. Both sides run at the same time and take turns.
 */
import { domainCodec, domainProjections, openDatabase } from '@tenure/composition';
import { connectEventStore, EventStoreFeed, headPosition } from '@tenure/event-store';
import { rebuildProjections, waitForPosition } from '@tenure/projections';
import { memoryMb, processorSeconds } from './eventstore/core.share.mjs';
import { appendHistory, repeatable } from './grow/history.mjs';
import { childrenOf, startProjectorProcess } from './grow/processes.mjs';
import { median, report, round, startNode } from './harness.mjs';
import { startPostgres } from './postgres.mjs';

const SHORT = Number(process.env.BENCH_SHORT ?? 100_000);
const LONG = Number(process.env.BENCH_LONG ?? 2_000_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
const LIVE_EVENTS = 2_000;

const names = domainProjections.map(({ projection }) => projection.name);
const original = await repeatable();
const sides = [await prepare(SHORT), await prepare(LONG)];
const costs = [[], []];
for (const side of sides) await liveCost(side);
for (let count = 0; count < ROUNDS; count++) {
  for (const index of count % 2 ? [0, 1] : [1, 0]) costs[index].push(await liveCost(sides[index]));
}
const memory = sides.map(({ projector }) => memoryMb(projector.pid));
for (const { close } of sides) await close();

const perSecond = sides.map(({ rebuilt }) => rebuilt.events / rebuilt.seconds);
report(
  'grow',
  {
    live_cost_growth: round(median(costs[1]) / median(costs[0])),
    memory_growth: round(memory[1] / memory[0]),
    rebuild_cost_growth: round(perSecond[0] / perSecond[1]),
  },
  {
    short_events: SHORT,
    long_events: LONG,
    short_live_microseconds: round(median(costs[0]) * 1e6, 0),
    long_live_microseconds: round(median(costs[1]) * 1e6, 0),
    short_resident_mb: memory[0],
    long_resident_mb: memory[1],
    short_rebuild_events_per_second: round(perSecond[0], 0),
    long_rebuild_events_per_second: round(perSecond[1], 0),
  },
);

async function prepare(size) {
  const node = await startNode();
  const client = connectEventStore(node.url);
  const postgres = await startPostgres();
  const dataSource = await openDatabase(postgres.url, 10);
  const history = await appendHistory(client, original, size);
  const rebuilt = await rebuild(client, dataSource);
  console.log(`${rebuilt.events} events rebuilt in ${round(rebuilt.seconds, 1)} s`);
  const projector = await startProjectorProcess(node.url, postgres.url);
  const close = async () => {
    await projector.stop();
    await client.dispose();
    await dataSource.destroy();
    await postgres.stop();
    await node.stop();
  };
  return { client, dataSource, postgres, projector, history, rebuilt, close };
}

async function rebuild(client, dataSource) {
  const feed = new EventStoreFeed(client, domainCodec, ({ reason }) => console.error(reason));
  const start = performance.now();
  const head = () => headPosition(client);
  const { events } = await rebuildProjections({ dataSource, feed, bindings: domainProjections, head });
  return { events, seconds: (performance.now() - start) / 1000 };
}

/** Processor seconds of the projector and its database for one event, from its append to the committed rows. */
async function liveCost({ client, dataSource, postgres, projector, history }) {
  const spent = () => [projector.pid, ...childrenOf(postgres.pid)].reduce((sum, pid) => sum + processorSeconds(pid), 0);
  const before = spent();
  await appendHistory(client, original, LIVE_EVENTS, history);
  await waitForPosition(dataSource, names, await headPosition(client), 60_000);
  return (spent() - before) / LIVE_EVENTS;
}
