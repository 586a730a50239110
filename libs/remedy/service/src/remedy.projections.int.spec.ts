import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { remedyMigrations, remedyProjections } from './remedy.projections';

describe('remedy read models', () => {
  it('have tables that look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: remedyProjections.map(({ entity }) => entity),
      migrations: remedyMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).filter((query) => /remedy|discretion/.test(query))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
