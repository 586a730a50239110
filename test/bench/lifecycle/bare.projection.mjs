import { domainCodec, domainProjections, openDatabase } from '@tenure/composition';
import { connectEventStore, EventStoreFeed, headPosition } from '@tenure/event-store';
import { createDataSource, runMigrations } from '@tenure/postgres';
import {
  bindProjection,
  CreateProjectionCheckpoint1700000000000,
  CreateProjectionParking1700000000900,
  ProjectionEngine,
  waitForPosition,
} from '@tenure/projections';
import { EntitySchema } from 'typeorm';

const TABLE = 'bare_customer';
const NAME = 'bare-customer';
const LIMIT_MS = 600_000;

class BareCustomer {}
const entity = new EntitySchema({
  name: 'BareCustomer',
  target: BareCustomer,
  tableName: TABLE,
  columns: {
    customerId: { name: 'customer_id', type: 'text', primary: true },
    events: { type: 'integer' },
    lastAt: { name: 'last_at', type: 'text' },
  },
});

/** The least that a projection can do with the events of customers: count them, and keep when the last one was. */
const bare = (types) => ({
  name: NAME,
  version: 1,
  handles: types,
  keysOf: ({ data }) => [data.customerId],
  fold: (row, { metadata }, customerId) => ({
    customerId,
    events: (row?.events ?? 0) + 1,
    lastAt: metadata.occurredAt,
  }),
});

const migrations = [CreateProjectionCheckpoint1700000000000, CreateProjectionParking1700000000900];

const ownFeed = (client) => new EventStoreFeed(client, domainCodec, ({ reason }) => console.error(reason));

/** Seconds that it takes over the whole log, from its start to the last committed row; `types` are those of its events. */
export async function projectBare(urls, types, feedOf = ownFeed) {
  const dataSource = await createDataSource({ url: urls.databaseUrl, entities: [entity], migrations });
  await runMigrations(dataSource);
  await dataSource.query(
    `CREATE TABLE ${TABLE} (customer_id text PRIMARY KEY, events integer NOT NULL, last_at text NOT NULL)`,
  );
  return project(urls.eventStoreUrl, dataSource, [bindProjection(bare(types), BareCustomer)], feedOf);
}

/** The same of the projection that keeps what customers' facts are worked out of, without judging anything by them. */
export async function projectBehaviour({ eventStoreUrl, databaseUrl }) {
  const dataSource = await openDatabase(databaseUrl, 8);
  const bindings = domainProjections.filter(({ projection }) => projection.name === 'customer-behaviour');
  return project(eventStoreUrl, dataSource, bindings, ownFeed);
}

async function project(eventStoreUrl, dataSource, bindings, feedOf) {
  const client = connectEventStore(eventStoreUrl);
  const head = () => headPosition(client);
  const engine = new ProjectionEngine({
    dataSource,
    feed: feedOf(client),
    bindings,
    head,
    onFailure: (_names, error) => console.error(error),
  });
  const names = bindings.map(({ projection }) => projection.name);
  const start = performance.now();
  engine.start();
  await waitForPosition(dataSource, names, await head(), LIMIT_MS);
  const seconds = (performance.now() - start) / 1_000;
  await engine.stop();
  await dataSource.destroy();
  await client.dispose();
  return seconds;
}
