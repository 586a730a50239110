import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { planLaunch } from './postgres.account';
import type { PostgresBinaries } from './postgres.binaries';
import { POSTGRES_ENVIRONMENT } from './postgres.cluster';
import { EmbeddedPostgresError } from './postgres.errors';
import { serverArguments } from './postgres.settings';
import { hasExited, stopChild } from './child.stop';

const POLL_MS = 10;
const LOG_TAIL_LINES = 6;

export interface PostgresProcess {
  stop(): Promise<void>;
}

export interface PostgresProcessOptions {
  readonly binaries: PostgresBinaries;
  readonly cluster: string;
  readonly logFile: string;
  readonly port: number;
  readonly durable: boolean;
  readonly startLimitMs: number;
  readonly stopLimitMs: number;
}

/** Runs the server in a process group of its own: a Ctrl-C in the terminal must not stop it before its users. */
export async function runPostgres(options: PostgresProcessOptions): Promise<PostgresProcess> {
  const { binaries, cluster, port, durable } = options;
  const launch = planLaunch(binaries.postgres, serverArguments(cluster, port, durable), [cluster, binaries.folder]);
  const log = openSync(options.logFile, 'w', 0o600);
  const child = spawn(launch.command, launch.args, {
    ...launch.account,
    env: POSTGRES_ENVIRONMENT,
    stdio: ['ignore', 'ignore', log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  const atExit = () => child.kill('SIGINT');
  process.once('exit', atExit);
  const stop = async () => {
    await stopChild(child, { signals: ['SIGINT', 'SIGQUIT', 'SIGKILL'], limitMs: options.stopLimitMs });
    process.removeListener('exit', atExit);
  };
  try {
    await untilReady(child, options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function untilReady(
  child: ChildProcess,
  { cluster, logFile, startLimitMs }: PostgresProcessOptions,
): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const deadline = performance.now() + startLimitMs;
  while (performance.now() < deadline) {
    if (failure || hasExited(child)) {
      const complaint = failure?.message ?? (await tailOf(logFile));
      throw new EmbeddedPostgresError(`PostgreSQL does not start on ${cluster}: ${complaint}`, { cause: failure });
    }
    if (await saysReady(child, cluster)) return;
    await delay(POLL_MS);
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL on ${cluster} was not ready after ${startLimitMs} ms: ${await tailOf(logFile)}`,
  );
}

/** The server keeps its state in the eighth line of its pid file. */
async function saysReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[0] === String(child.pid) && lines[7]?.trim() === 'ready';
}

const tailOf = async (logFile: string): Promise<string> =>
  (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-LOG_TAIL_LINES).join(' | ');
