import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { createDataSource } from './postgres.data-source';
import { MigrationFailedError, PostgresUnavailableError } from './postgres.errors';
import { openConnection } from './postgres.connection';
import { runMigrations } from './schema.migrations';

class CreateFirst1700000000001 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE first (id int)');
  down = (runner: QueryRunner) => runner.query('DROP TABLE first');
}
class CreateSecond1700000000002 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE second (id int); SELECT pg_sleep(1.5)');
  down = (runner: QueryRunner) => runner.query('DROP TABLE second');
}
class Broken1700000000003 implements MigrationInterface {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE third (id int); SELECT 1/0');
  down = async () => undefined;
}

describe('runMigrations', () => {
  let postgres: TestPostgres;
  const opened: DataSource[] = [];
  const open = async (migrations: NonNullable<Parameters<typeof createDataSource>[0]['migrations']>) => {
    const options = { url: postgres.url, entities: [], migrations, poolSize: 1, statementTimeoutMs: 1_000 };
    const dataSource = await createDataSource(options);
    opened.push(dataSource);
    return dataSource;
  };

  beforeAll(async () => {
    postgres = await startTestPostgres();
  });
  afterAll(async () => {
    await Promise.all(opened.map((dataSource) => dataSource.destroy()));
    await postgres.stop();
  });

  it('applies each once, however many services start at the same moment and however long one takes', async () => {
    const sources = await Promise.all([1, 2, 3].map(() => open([CreateFirst1700000000001, CreateSecond1700000000002])));
    const applied = await Promise.all(sources.map((source) => runMigrations(source)));
    expect(applied.flat()).toEqual(['CreateFirst1700000000001', 'CreateSecond1700000000002']);
  });

  it('rolls a failing one back and says which it was', async () => {
    const source = await open([CreateFirst1700000000001, Broken1700000000003]);
    await expect(runMigrations(source)).rejects.toThrow(MigrationFailedError);
    expect(await source.query(`SELECT to_regclass('third') AS third`)).toEqual([{ third: null }]);
    await expect(source.query('SELECT pg_sleep(5)')).rejects.toThrow(/statement timeout/);
  });

  it('survives a broken connection', async () => {
    const source = await open([]);
    const connection = await openConnection(source);
    await expect(connection.client.query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow();
    connection.release(new Error('broken'));
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

it('names an unreachable server without its password', async () => {
  const url = 'postgres://someone:secret@127.0.0.1:1/none';
  const refused = createDataSource({ url, entities: [] });
  await expect(refused).rejects.toThrow(PostgresUnavailableError);
  await expect(refused).rejects.toThrow(/someone@127\.0\.0\.1:1/);
  await expect(refused).rejects.not.toThrow(/secret/);
});
