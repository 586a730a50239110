import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { policyMigrations, policyProjections } from './policy.projections';

describe('policy read models', () => {
  it('have tables that look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: policyProjections.map(({ entity }) => entity),
      migrations: policyMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).filter((query) => query.includes('policy_list'))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
