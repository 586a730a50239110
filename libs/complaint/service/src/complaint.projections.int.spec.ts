import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { complaintMigrations, complaintProjections } from './complaint.projections';

describe('complaint read models', () => {
  it('have tables that look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: complaintProjections.map(({ entity }) => entity),
      migrations: complaintMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      const changes = upQueries
        .map(({ query }) => query)
        .filter((query) => /complaint_queue|progress_link/.test(query));
      expect(changes).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
