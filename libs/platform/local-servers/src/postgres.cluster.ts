import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { planLaunch, postgresAccount } from './postgres.account';
import type { PostgresBinaries } from './postgres.binaries';
import { EmbeddedPostgresError } from './postgres.errors';

export const SUPERUSER = 'tenure';

/** A fixed environment: the caller's PG* variables would change what the programs do. */
export const POSTGRES_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export interface PostgresCluster {
  readonly folder: string;
  readonly password: string;
}

/** Makes the cluster the first time, beside its place and moved there when whole: a crash leaves none, never half of one. */
export async function ensureCluster(
  dataFolder: string,
  binaries: PostgresBinaries,
  durable: boolean,
): Promise<PostgresCluster> {
  const folder = join(dataFolder, 'cluster');
  if (!existsSync(folder)) await makeCluster(dataFolder, folder, binaries, durable);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    throw new EmbeddedPostgresError(`${folder} holds no PostgreSQL cluster: PG_VERSION is missing`);
  }
  const password = await readFile(join(folder, 'tenure.password'), 'utf8').catch((cause: unknown) => {
    throw new EmbeddedPostgresError(`${folder} was not made by Tenure, or is damaged: tenure.password is missing`, {
      cause,
    });
  });
  return { folder, password: password.trim() };
}

async function makeCluster(
  dataFolder: string,
  folder: string,
  binaries: PostgresBinaries,
  durable: boolean,
): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (name.startsWith('cluster.new-')) await rm(join(dataFolder, name), { recursive: true, force: true });
  }
  const fresh = join(dataFolder, `cluster.new-${randomBytes(4).toString('hex')}`);
  const passwordFile = join(dataFolder, `${basename(fresh)}.password`);
  const account = postgresAccount();
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account) await Promise.all([fresh, passwordFile].map((path) => chown(path, account.uid, account.gid)));
    await run(binaries, fresh, initdbArguments(fresh, passwordFile, durable));
    await rename(passwordFile, join(fresh, 'tenure.password'));
    await rename(fresh, folder);
  } catch (error) {
    await Promise.all([fresh, passwordFile].map((path) => rm(path, { recursive: true, force: true })));
    throw error;
  }
}

const initdbArguments = (folder: string, passwordFile: string, durable: boolean): string[] => [
  `--pgdata=${folder}`,
  `--username=${SUPERUSER}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  ...(durable ? [] : ['--no-sync']),
];

async function run(binaries: PostgresBinaries, folder: string, args: readonly string[]): Promise<void> {
  const launch = planLaunch(binaries.initdb, args, [folder, binaries.folder]);
  const child = spawn(launch.command, launch.args, {
    ...launch.account,
    env: POSTGRES_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (exitCode !== 0)
    throw new EmbeddedPostgresError(`PostgreSQL could not make a cluster in ${folder}: ${complaint.trim()}`);
}
