import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { JourneyDueRow, KnownJourney } from './journey-due.entity';
import { journeyMigrations, journeyProjections } from './journey.projections';

describe('the tables of journeys', () => {
  it('look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: [JourneyDueRow, KnownJourney, ...journeyProjections.map(({ entity }) => entity)],
      migrations: journeyMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).filter((query) => /journey_/.test(query))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
