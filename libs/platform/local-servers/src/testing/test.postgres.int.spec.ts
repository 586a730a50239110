import { Client } from 'pg';
import { startTestPostgres } from './test.postgres';

it('gives each caller an empty database of its own', async () => {
  const servers = await Promise.all([startTestPostgres(), startTestPostgres()]);
  try {
    for (const { url } of servers) {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query('CREATE TABLE mine (id int)');
      await client.end();
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
});
