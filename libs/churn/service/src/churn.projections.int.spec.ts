import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { churnMigrations, churnProjections } from './churn.projections';
import { ScoringRunRow } from './scoring-run.entity';

describe('the tables of churn', () => {
  it('look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: [ScoringRunRow, ...churnProjections.map(({ entity }) => entity)],
      migrations: churnMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).filter((query) => /risk|churn/.test(query))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
