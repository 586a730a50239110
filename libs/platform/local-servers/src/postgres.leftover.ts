import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './postgres.errors';
import { signalReaches } from './process.identity';

const POLL_MS = 20;

/**
 * Stops the server that a killed owner left running on the cluster, so that only one is ever at work in it. The
 * caller holds the folder. A pid file whose process is something else by now would stop PostgreSQL from starting.
 */
export async function stopLeftover(cluster: string, limitMs: number): Promise<void> {
  const pid = await pidOf(cluster);
  if (pid === undefined) return;
  if (!(await worksIn(pid, cluster))) return rm(join(cluster, 'postmaster.pid'), { force: true });
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (signalReaches(pid)) process.kill(pid, signal);
    const deadline = performance.now() + limitMs;
    while (performance.now() < deadline) {
      if (!signalReaches(pid)) return;
      await delay(POLL_MS);
    }
  }
  throw new EmbeddedPostgresError(`PostgreSQL process ${pid} is at work in ${cluster} and does not stop`);
}

async function pidOf(cluster: string): Promise<number | undefined> {
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(content.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/** A server's working folder is its cluster. Where that can't be seen, a live process counts as the server. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (!signalReaches(pid)) return false;
  if (process.platform !== 'linux') return true;
  return readlink(`/proc/${pid}/cwd`).then(
    (folder) => folder === cluster,
    () => false,
  );
}
