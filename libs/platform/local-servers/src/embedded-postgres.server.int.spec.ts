import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataFolderHeldError } from './data-folder.errors';
import { startEmbeddedPostgres } from './embedded-postgres.server';
import { EmbeddedPostgresError } from './postgres.errors';
import { signalReaches } from './process.identity';

/** A folder closed to every other account, as below /root or as mktemp makes them. */
const makeRoot = () => mkdtemp(join(tmpdir(), 'tenure-postgres-'));
const pidIn = async (dataFolder: string) =>
  Number((await readFile(join(dataFolder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('startEmbeddedPostgres', () => {
  let root: string;

  beforeEach(async () => {
    root = await makeRoot();
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('keeps its data from one start to the next, and stops with a client connected', async () => {
    const dataFolder = join(root, 'data');
    const first = await startEmbeddedPostgres({ dataFolder });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const connected = new Client({ connectionString: first.url });
    const ended = new Promise((resolve) => connected.on('error', resolve));
    await connected.connect();
    await expect(startEmbeddedPostgres({ dataFolder })).rejects.toThrow(DataFolderHeldError);
    const pid = await pidIn(dataFolder);
    await first.stop();
    await first.stop();
    await ended;
    expect(signalReaches(pid)).toBe(false);
    const second = await startEmbeddedPostgres({ dataFolder });
    expect(await query(second.url, 'SELECT * FROM kept')).toEqual([{ answer: 42 }]);
    expect(await query(second.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await second.stop();
  });

  it('stops what a killed owner left running', async () => {
    const dataFolder = join(root, 'data');
    const orphan = await startEmbeddedPostgres({ dataFolder });
    await query(orphan.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pid = await pidIn(dataFolder);
    await rm(join(dataFolder, 'tenure.lock'));
    const server = await startEmbeddedPostgres({ dataFolder });
    expect(signalReaches(pid)).toBe(false);
    expect(await query(server.url, 'SELECT * FROM kept')).toEqual([{ answer: 42 }]);
    await server.stop();
  });

  it('throws away the remains of an interrupted first start', async () => {
    const dataFolder = join(root, 'data');
    await mkdir(join(dataFolder, 'cluster.new-dead'), { recursive: true });
    await writeFile(join(dataFolder, 'cluster.new-dead/PG_VERSION'), '18');
    const server = await startEmbeddedPostgres({ dataFolder, durable: false });
    await server.stop();
    expect((await readdir(dataFolder)).sort()).toEqual(['cluster', 'postgres.log']);
  });

  it('refuses a broken cluster in one sentence and changes nothing', async () => {
    const dataFolder = join(root, 'data');
    await (await startEmbeddedPostgres({ dataFolder, durable: false })).stop();
    await rm(join(dataFolder, 'cluster/global/pg_control'));
    const before = execFileSync('ls', ['-lR', join(dataFolder, 'cluster')]).toString();
    const refused = startEmbeddedPostgres({ dataFolder });
    await expect(refused).rejects.toThrow(EmbeddedPostgresError);
    await expect(refused).rejects.toThrow(/cluster: .*pg_control/);
    expect(execFileSync('ls', ['-lR', join(dataFolder, 'cluster')]).toString()).toBe(before);
    expect(existsSync(join(dataFolder, 'tenure.lock'))).toBe(false);
  });

  it('refuses a folder that holds something else', async () => {
    await mkdir(join(root, 'data/cluster'), { recursive: true });
    await chmod(root, 0o755);
    await expect(startEmbeddedPostgres({ dataFolder: join(root, 'data') })).rejects.toThrow(/PG_VERSION is missing/);
  });
});
