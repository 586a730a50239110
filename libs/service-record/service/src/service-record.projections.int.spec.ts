import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { serviceRecordMigrations, serviceRecordProjections } from './service-record.projections';

describe('service record read models', () => {
  it('have tables that look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: serviceRecordProjections.map(({ entity }) => entity),
      migrations: serviceRecordMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(
        upQueries.map(({ query }) => query).filter((query) => /service_register|served_customer/.test(query)),
      ).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
