/** All projections rebuilt from `$all` against the bare client reading `$all`: the events of the real imports. */
import { domainCodec, domainProjections, openDatabase } from '@tenure/composition';
import { connectEventStore, EventStoreFeed, headPosition } from '@tenure/event-store';
import { rebuildProjections } from '@tenure/projections';
import { median, rateOf, readAll, report, round, startNode } from './harness.mjs';
import { startPostgres } from './postgres.mjs';
import { CFPB, importSample, ONLINE_RETAIL } from './sample.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

const node = await startNode();
const client = connectEventStore(node.url);
await importSample(client, ONLINE_RETAIL);
await importSample(client, CFPB);
const postgres = await startPostgres();
const dataSource = await openDatabase(postgres.url, 10);
const feed = new EventStoreFeed(client, domainCodec, ({ reason }) => console.error(reason));

const bare = async () => (await readAll(client)).length;
const rebuild = async () => {
  const { events } = await rebuildProjections({
    dataSource,
    feed,
    bindings: domainProjections,
    head: () => headPosition(client),
  });
  return events;
};

const rates = { bare: [], rebuild: [] };
await rateOf(bare);
await rateOf(rebuild);
for (let count = 0; count < ROUNDS; count++) {
  rates.bare.push(await rateOf(bare));
  rates.rebuild.push(await rateOf(rebuild));
}
const events = await bare();
await client.dispose();
await dataSource.destroy();
await postgres.stop();
await node.stop();

report(
  'rebuild',
  { rebuild_to_bare: round(median(rates.rebuild.map((rate, index) => rate / rates.bare[index]))) },
  {
    events,
    projections: domainProjections.length,
    bare_events_per_second: round(median(rates.bare), 0),
    rebuild_events_per_second: round(median(rates.rebuild), 0),
  },
);
