import { EventStoreDBClient } from '@eventstore/db-client';
import { median, round, startNode } from '../harness.mjs';
import { measure, memoryMb } from './core.share.mjs';
import { measuredEvent } from './event.mjs';
import { EVENTS_PER_STREAM, streamName } from './history.mjs';

/** Few, so that the turns are short and both sides meet the same noise. */
const OPERATIONS = 100;

/** Cost of an append and of a read at the large history against the small one, both nodes running, turn by turn. */
export async function measureGrowth(small, large, rounds) {
  const sides = await Promise.all([small, large].map(connect));
  for (const work of [appendAnywhere, readAnywhere]) for (const side of sides) await work(side);
  const growth = { append: [], read: [], appendNode: [], readNode: [] };
  for (let count = 0; count < rounds; count++) {
    const order = count % 2 ? [0, 1] : [1, 0];
    for (const [name, work] of [
      ['append', appendAnywhere],
      ['read', readAnywhere],
    ]) {
      const costs = [];
      for (const index of order) costs[index] = await measure(sides[index].node.pid, () => work(sides[index]));
      growth[name].push(costs[1].secondsEach / costs[0].secondsEach);
      growth[`${name}Node`].push(costs[1].nodeSecondsEach / costs[0].nodeSecondsEach);
    }
  }
  const residentMb = memoryMb(sides[1].node.pid);
  await Promise.all(sides.map(disconnect));
  const of = (name) => round(median(growth[name]));
  return {
    ratios: { append_growth: of('append'), read_growth: of('read') },
    figures: {
      append_growth_of_node_processor: of('appendNode'),
      read_growth_of_node_processor: of('readNode'),
      resident_mb_after_use: residentMb,
    },
  };
}

async function connect({ folder, events }) {
  const node = await startNode(folder);
  return { node, client: EventStoreDBClient.connectionString(node.url), streams: events / EVENTS_PER_STREAM };
}

async function disconnect({ node, client }) {
  await client.dispose();
  await node.stop();
}

/** One after the other, so that the time of the node counts in full. */
async function appendAnywhere({ client, streams }) {
  for (let number = 0; number < OPERATIONS; number++) {
    await client.appendToStream(anyStream(streams), measuredEvent(number));
  }
  return OPERATIONS;
}

async function readAnywhere({ client, streams }) {
  for (let number = 0; number < OPERATIONS; number++) {
    let count = 0;
    const options = { maxCount: EVENTS_PER_STREAM };
    for await (const { event } of client.readStream(anyStream(streams), options)) if (event !== undefined) count++;
    if (count !== EVENTS_PER_STREAM) throw new Error(`${count} events`);
  }
  return OPERATIONS;
}

const anyStream = (streams) => streamName(Math.floor(Math.random() * streams));
