import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { Pool, type PoolClient } from 'pg';
import { createDataSource } from './postgres.data-source';

describe('createDataSource', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  });
  afterAll(() => postgres.stop());

  it('listens to each connection from the moment that it is there, before whoever asked for it can', async () => {
    const dataSource = await createDataSource({ url: postgres.url, entities: [], poolSize: 3 });
    const pool: unknown = Reflect.get(dataSource.driver, 'master');
    if (!(pool instanceof Pool)) throw new Error('not the pool of pg');
    const listeners: number[] = [];
    const clients: PoolClient[] = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<PoolClient>((resolve, reject) =>
            pool.connect((error, client) => {
              if (!client) return reject(error ?? new Error('no connection'));
              listeners.push(client.listenerCount('error'));
              resolve(client);
            }),
          ),
      ),
    );
    expect(Math.min(...listeners)).toBeGreaterThanOrEqual(1);
    for (const client of clients) client.release();
    await dataSource.destroy();
  });
});
