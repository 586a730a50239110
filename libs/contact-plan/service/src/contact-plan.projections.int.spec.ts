import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import { contactPlanMigrations, contactPlanProjections } from './contact-plan.projections';
import { PlanWatchRow } from './plan-watch.entity';

describe('the tables of contact plans', () => {
  it('look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await createDataSource({
      url: postgres.url,
      entities: [PlanWatchRow, ...contactPlanProjections.map(({ entity }) => entity)],
      migrations: contactPlanMigrations,
    });
    try {
      await runMigrations(dataSource);
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).filter((query) => /contact_/.test(query))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
