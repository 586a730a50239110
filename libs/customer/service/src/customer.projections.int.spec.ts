import type { DataSource } from 'typeorm';
import { day, history } from '@tenure/customer-core/testing';
import { recordAll } from '@tenure/kernel/testing';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import {
  CreateProjectionCheckpoint1700000000000,
  CreateProjectionParking1700000000900,
  ProjectionCheckpoint,
  ProjectionEngine,
  waitForPosition,
} from '@tenure/projections';
import { ArrayFeed, foldPlainly } from '@tenure/projections/testing';
import { CustomerDirectoryEntry } from './customer-directory.entity';
import { CustomerOverview } from './customer-overview.entity';
import { CustomerTimelineEntry } from './customer-timeline.entity';
import { customerMigrations, customerProjections } from './customer.projections';

describe('customer read models', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    dataSource = await createDataSource({
      url: postgres.url,
      entities: [ProjectionCheckpoint, ...customerProjections.map(({ entity }) => entity)],
      migrations: [
        CreateProjectionCheckpoint1700000000000,
        CreateProjectionParking1700000000900,
        ...customerMigrations,
      ],
    });
    await runMigrations(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  it('hold a history with every event type as the plain fold gives it', async () => {
    const events = recordAll(history, { customerId: 'k-1' });
    const feed = new ArrayFeed({ batchSize: 3, repeating: true });
    feed.append(...events);
    const engine = new ProjectionEngine({ dataSource, feed, bindings: customerProjections, head: feed.head });
    engine.start();
    const names = customerProjections.map(({ projection }) => projection.name);
    await waitForPosition(dataSource, names, BigInt(events.length - 1), 10_000);
    await engine.stop();

    const [overview, timeline, directory] = customerProjections.map((binding) => [
      ...foldPlainly(binding, events).values(),
    ]);
    expect(await dataSource.manager.find(CustomerOverview)).toEqual(overview);
    expect(await dataSource.manager.find(CustomerTimelineEntry, { order: { position: 'ASC' } })).toEqual(timeline);
    expect(await dataSource.manager.find(CustomerDirectoryEntry)).toEqual(directory);
    expect(overview).toMatchObject([{ registeredAt: day(1), totalSpendMinor: 700 }]);
  });
});
