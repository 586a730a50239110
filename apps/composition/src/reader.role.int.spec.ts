import { randomBytes } from 'node:crypto';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, grantReading } from '@tenure/postgres';
import { rebuildProjections } from '@tenure/projections';
import { ArrayFeed } from '@tenure/projections/testing';
import { Client } from 'pg';
import { getMetadataArgsStorage, type DataSource } from 'typeorm';
import { domainProjections } from './domain.tables';
import { openDatabase } from './open.database';

const REFUSED = { code: '42501' };
const READ_MODELS = domainProjections.map(
  ({ entity }) => getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name ?? entity.name,
);

describe('tenure_reader', () => {
  const analyst = `analyst_${randomBytes(6).toString('hex')}`;
  let postgres: TestPostgres;
  let dataSource: DataSource;
  let reader: Client;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    dataSource = await openDatabase(postgres.url, 5);
    await dataSource.query(`CREATE ROLE ${analyst} LOGIN PASSWORD 'secret' IN ROLE tenure_reader`);
    reader = await connectAs(analyst);
  });
  afterAll(async () => {
    await reader.end();
    await dataSource.query(`DROP ROLE ${analyst}`);
    await dataSource.destroy();
    await postgres.stop();
  });

  async function connectAs(user: string): Promise<Client> {
    const url = new URL(postgres.url);
    url.username = user;
    url.password = 'secret';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    return client;
  }

  it.each([...READ_MODELS, 'read_model_position'])('reads %s', async (table) => {
    expect((await reader.query(`SELECT count(*) FROM ${table}`)).rowCount).toBe(1);
  });

  it.each(READ_MODELS)('does not write %s', async (table) => {
    await expect(reader.query(`DELETE FROM ${table}`)).rejects.toMatchObject(REFUSED);
    await expect(reader.query(`INSERT INTO ${table} SELECT * FROM ${table}`)).rejects.toMatchObject(REFUSED);
    await expect(reader.query(`TRUNCATE ${table}`)).rejects.toMatchObject(REFUSED);
    await expect(reader.query(`DROP TABLE ${table}`)).rejects.toMatchObject(REFUSED);
  });

  it('reads none of the tables that are not read models, and makes none', async () => {
    const { rows } = await reader.query<{ readable: string }>(
      `SELECT relname AS readable FROM pg_class WHERE relnamespace = 'public'::regnamespace
       AND relkind IN ('r', 'v') AND has_table_privilege(oid, 'SELECT') ORDER BY 1`,
    );
    expect(rows.map(({ readable }) => readable)).toEqual([...READ_MODELS, 'read_model_position'].toSorted());
    await expect(reader.query('SELECT * FROM projection_checkpoint')).rejects.toMatchObject(REFUSED);
    await expect(reader.query('CREATE TABLE mine (id int)')).rejects.toMatchObject(REFUSED);
  });

  it('reads on after a rebuild has replaced the tables', async () => {
    const feed = new ArrayFeed();
    await rebuildProjections({ dataSource, feed, bindings: domainProjections, head: feed.head });
    for (const table of READ_MODELS) expect((await reader.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
    await expect(reader.query('DELETE FROM customer_overview')).rejects.toMatchObject(REFUSED);
  });

  it('is left out, with the reason, where the account of the platform may make no roles', async () => {
    const limited = `${analyst}_limited`;
    await dataSource.query(`CREATE ROLE ${limited} LOGIN PASSWORD 'secret' NOCREATEROLE`);
    const url = new URL(postgres.url);
    url.username = limited;
    url.password = 'secret';
    const ofLimited = await createDataSource({ url: url.href, entities: [] });
    try {
      expect(await grantReading(ofLimited, [], `${analyst}_other`)).toMatch(/permission denied to create role/);
    } finally {
      await ofLimited.destroy();
      await dataSource.query(`DROP ROLE ${limited}`);
    }
  });
});
