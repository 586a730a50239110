import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@tenure/local-servers';
import pg from 'pg';

/** A server on a folder of its own, which goes with it. */
export async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-bench-'));
  const { url, stop } = await startEmbeddedPostgres({ dataFolder: folder });
  return {
    url,
    pid: Number.parseInt(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8'), 10),
    createDatabase: (name) => createDatabase(url, name),
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Resolves to the address of it. */
async function createDatabase(serverUrl, name) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
