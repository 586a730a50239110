/**
 * The embedded node as the official client sees it: this process is the client, each node a process of its own. Events
 * are 1 KB of JSON, fsync is on. BENCH_EVENTS, BENCH_ROUNDS and BENCH_SCALE make it smaller.
 */
import { loadavg } from 'node:os';
import { EventStoreDBClient } from '@eventstore/db-client';
import { report, startNode } from './harness.mjs';
import { measureGrowth } from './eventstore/growth.mjs';
import { measureStarts, writeHistory } from './eventstore/history.mjs';
import { measureLiveDelivery } from './eventstore/live.delivery.mjs';
import { measureRates } from './eventstore/rates.mjs';
import { writeLongStream } from './eventstore/read.work.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 2_000_000);
const SMALL_EVENTS = 10_000;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SCALE = Number(process.env.BENCH_SCALE ?? 1);

console.log(`others keep ${loadavg()[0].toFixed(1)} processors busy`);
const { rates, live } = await onFreshNode();
const { starts, growth } = await onLongHistory();
const figures = { ...rates.figures, ...live.figures, ...starts, ...growth.figures, history_events: EVENTS };
for (const [name, { client, node }] of Object.entries({ ...rates.shares, ...live.shares })) {
  figures[`client_core_share_of_${name}`] = client;
  figures[`node_core_share_of_${name}`] = node;
}
report('eventstore', growth.ratios, figures);

async function onFreshNode() {
  const node = await startNode();
  const client = EventStoreDBClient.connectionString(node.url);
  // Before the rates: after them the very same deliveries took twice as long, by what they leave in this client's process.
  const live = await measureLiveDelivery({ client, pid: node.pid }, ROUNDS);
  await writeLongStream(client);
  const rates = await measureRates({ client, pid: node.pid }, { rounds: ROUNDS, scale: SCALE });
  await client.dispose();
  await node.stop();
  return { rates, live };
}

async function onLongHistory() {
  const histories = [];
  try {
    for (const events of [SMALL_EVENTS, EVENTS]) histories.push(await writeHistory(events));
    const [small, large] = histories;
    const starts = await measureStarts(large);
    return { starts, growth: await measureGrowth(small, large, 9 * ROUNDS) };
  } finally {
    for (const { remove } of histories) await remove();
  }
}
