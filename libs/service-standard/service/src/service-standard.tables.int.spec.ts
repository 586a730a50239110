import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { CaseClockEntry } from './case-clock.entity';
import { serviceStandardMigrations } from './service-standard.projections';
import { WatchedCase, WatchedTier } from './watched-case.entity';
import { CreateWatchedCase1700000001100 } from './watched-case.migration';

describe('tables of the clocks', () => {
  it('look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: [CaseClockEntry, WatchedCase, WatchedTier],
      migrations: [CreateWatchedCase1700000001100, ...serviceStandardMigrations],
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      // Indexes of a part of the rows, or of another kind, are no entity's to describe.
      const differences = upQueries.map(({ query }) => query).filter((query) => !query.startsWith('DROP INDEX'));
      expect(differences).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
