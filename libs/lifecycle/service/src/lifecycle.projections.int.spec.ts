import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { LifecycleReviewRow } from './lifecycle-review.entity';
import { lifecycleMigrations, lifecycleProjections } from './lifecycle.projections';

const TABLES = ['lifecycle_review', 'customer_stage', 'stage_flow', 'customer_order_month'];

describe('the tables of the lifecycle', () => {
  it('look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: [LifecycleReviewRow, ...lifecycleProjections.map(({ entity }) => entity)],
      migrations: lifecycleMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      const changes = upQueries.map(({ query }) => query);
      expect(changes.filter((query) => TABLES.some((table) => query.includes(table)))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
