import { startTestPostgres } from '@tenure/local-servers/testing';
import { openDatabase } from './open.database';

/** The store of checkpoints writes its own columns; indexes of a part of the rows, or of another kind, no entity can tell. */
const NOT_TOLD = /"projection_checkpoint"|DROP INDEX "public"."watched_case_/;

it('the tables that the migrations make look as their entities say', async () => {
  const postgres = await startTestPostgres();
  const dataSource = await openDatabase(postgres.url, 2);
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).filter((query) => !NOT_TOLD.test(query))).toEqual([]);
  } finally {
    await dataSource.destroy();
    await postgres.stop();
  }
});
