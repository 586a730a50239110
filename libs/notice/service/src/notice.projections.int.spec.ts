import { startTestPostgres } from '@tenure/local-servers/testing';
import { openNoticeDatabase } from './testing/running.notices';

describe('notice read models', () => {
  it('have tables that look as their entities say', async () => {
    const postgres = await startTestPostgres();
    const dataSource = await openNoticeDatabase(postgres.url);
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).filter((query) => query.includes('notice_inbox'))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await postgres.stop();
    }
  });
});
