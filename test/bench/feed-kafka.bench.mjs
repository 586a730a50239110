/**
 * From Kafka to committed rows over all projections, against bare kafkajs consumption of the same records, and against
 * row-by-row TypeORM saves: the events of the real imports.
 */
import { domainCodec, domainProjections, openDatabase } from '@tenure/composition';
import { headPosition } from '@tenure/event-store';
import { ProjectionEngine, waitForPosition } from '@tenure/projections';
import { consumeBare, isEvent } from './feed/bare.consumer.mjs';
import { startServers } from './feed/log.in.kafka.mjs';
import { rowByRow } from './feed/row.by.row.mjs';
import { median, rateOf, readAll, report, round } from './harness.mjs';
import { CFPB, importSample, ONLINE_RETAIL } from './sample.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
/** Row by row, all of them would take minutes and tell the same. */
const ROW_BY_ROW_EVENTS = Number(process.env.BENCH_ROW_BY_ROW_EVENTS ?? 3_000);
const LIMIT_MS = 300_000;

const servers = await startServers();
const { client, kafka, postgres } = servers;
await importSample(client, ONLINE_RETAIL);
await importSample(client, CFPB);
await servers.untilRelayed();
const events = (await readAll(client)).length;
const names = domainProjections.map(({ projection }) => projection.name);

const admin = await openDatabase(postgres.url, 2);
let databases = 0;
/** Rows start from nothing each time. */
async function withDatabase(work) {
  const name = `round_${databases++}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const dataSource = await openDatabase(url.href, 10);
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

const bare = () =>
  rateOf(async () => {
    await consumeBare(kafka, events, (seen) => ({
      eachBatch: async ({ batch }) => seen(batch.messages.filter(isEvent).length),
    }));
    return events;
  });

const feed = () =>
  withDatabase(async (dataSource) => {
    const head = await headPosition(client);
    const engine = new ProjectionEngine({
      dataSource,
      feed: servers.throughKafka,
      bindings: domainProjections,
      head: () => headPosition(client),
      reread: () => Promise.reject(new Error('nothing is parked here')),
      onFailure: (_names, error) => console.error(error),
    });
    const rate = await rateOf(async () => {
      engine.start();
      await waitForPosition(dataSource, names, head, LIMIT_MS);
      return events;
    });
    await engine.stop();
    return rate;
  });

const saves = () =>
  withDatabase(async (dataSource) => {
    const handle = rowByRow(dataSource, domainProjections, domainCodec);
    return rateOf(async () => {
      await consumeBare(kafka, ROW_BY_ROW_EVENTS, (seen) => ({
        eachMessage: async ({ message }) => {
          if (!isEvent(message)) return;
          await handle(message);
          seen(1);
        },
      }));
      return ROW_BY_ROW_EVENTS;
    });
  });

const rates = { bare: [], feed: [], saves: [] };
await bare();
await feed();
for (let count = 0; count < ROUNDS; count++) {
  rates.bare.push(await bare());
  rates.feed.push(await feed());
  rates.saves.push(await saves());
  console.log(
    Object.entries(rates)
      .map(([name, all]) => `${name} ${round(all.at(-1), 0)}/s`)
      .join(', '),
  );
}
await admin.destroy();
await servers.stop();

report(
  'feed-kafka',
  {
    feed_to_bare: round(median(rates.feed.map((rate, index) => rate / rates.bare[index]))),
    feed_to_row_by_row: round(median(rates.feed.map((rate, index) => rate / rates.saves[index])), 1),
  },
  {
    events,
    projections: domainProjections.length,
    bare_events_per_second: round(median(rates.bare), 0),
    feed_events_per_second: round(median(rates.feed), 0),
    row_by_row_events_per_second: round(median(rates.saves), 0),
  },
);
