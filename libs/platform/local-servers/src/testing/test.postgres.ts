import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataFolderHeldError } from '../data-folder.errors';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres.server';
import { EmbeddedPostgresError } from '../postgres.errors';
import { startPostgresContainer } from './postgres.container';

const SLOTS = 64;
const DATABASE_PREFIX = 'tenure_test_';

export interface TestPostgres {
  /** Of a fresh, empty database. */
  readonly url: string;
  /** Drops the database, and stops the server where it was started for it. */
  stop(): Promise<void>;
}

/**
 * A fresh database on a real server: the one that TEST_POSTGRES_URL names, else a container where a container engine
 * answers, else an embedded server. Call it once per test file, and `stop` in `afterAll`.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_POSTGRES_URL;
  const server = given
    ? { url: given, stop: async () => undefined }
    : ((await startPostgresContainer()) ?? (await startSlot()));
  const name = `${DATABASE_PREFIX}${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    stop: async () => {
      await onServer(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await server.stop();
    },
  };
}

/** Clusters are kept for the next run, one for each that runs at the same time: making one costs more than all else. */
async function startSlot(): Promise<EmbeddedPostgres> {
  const root = join(tmpdir(), `tenure-test-postgres-${process.getuid?.() ?? 'user'}`);
  await mkdir(root, { recursive: true, mode: 0o711 });
  for (let slot = 0; slot < SLOTS; slot++) {
    const dataFolder = join(root, String(slot));
    try {
      const server = await startOrRemake(dataFolder);
      await onServer(server.url, dropLeftovers);
      return server;
    } catch (error) {
      if (!(error instanceof DataFolderHeldError)) throw error;
    }
  }
  throw new Error(`all ${SLOTS} test servers below ${root} are in use`);
}

/** These clusters run without fsync, so one that a power cut broke is thrown away. */
async function startOrRemake(dataFolder: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ dataFolder, durable: false });
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError)) throw error;
    await rm(join(dataFolder, 'cluster'), { recursive: true, force: true });
    return startEmbeddedPostgres({ dataFolder, durable: false });
  }
}

async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `${DATABASE_PREFIX}%`,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
