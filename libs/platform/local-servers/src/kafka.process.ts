import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasExited, stopChild } from './child.stop';
import { kafkaArguments } from './kafka.arguments';
import { LocalKafkaError } from './kafka.errors';
import type { KafkaJars } from './kafka.jars';
import { noteProcess } from './kafka.leftover';
import { kafkaProperties } from './kafka.settings';
import { locateSetpriv } from './setpriv';

const POLL_MS = 10;
const STARTED = 'Kafka Server started';

export interface KafkaProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface KafkaProcessOptions {
  readonly jars: KafkaJars;
  /** Of the log, the properties and the note of the process. */
  readonly folder: string;
  /** Formatted. */
  readonly storage: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly startLimitMs: number;
  readonly stopLimitMs: number;
  readonly onUnexpectedExit: (error: LocalKafkaError) => void;
}

/** Runs the broker in a process group of its own: a Ctrl-C in the terminal must not stop it before its users. */
export async function runKafka(options: KafkaProcessOptions): Promise<KafkaProcess> {
  const properties = join(options.folder, 'server.properties');
  await writeFile(properties, kafkaProperties({ ...options, dataFolder: options.storage }));
  const child = launch(options, properties);
  const atExit = () => child.kill('SIGTERM');
  process.once('exit', atExit);
  let expected = false;
  const stop = async () => {
    expected = true;
    await stopChild(child, { signals: ['SIGTERM', 'SIGKILL'], limitMs: options.stopLimitMs });
    process.removeListener('exit', atExit);
  };
  try {
    await untilStarted(child, options);
  } catch (error) {
    await stop();
    throw error;
  }
  const reportExit = () => {
    if (!expected) options.onUnexpectedExit(new LocalKafkaError(`Kafka on ${options.folder} ended by itself`));
  };
  if (hasExited(child)) reportExit();
  else child.once('exit', reportExit);
  return { pid: child.pid ?? 0, stop };
}

function launch({ jars, folder }: KafkaProcessOptions, properties: string): ChildProcess {
  const command = [jars.java, ...kafkaArguments(jars, 'kafka.Kafka'), properties];
  const setpriv = locateSetpriv();
  const [program = jars.java, ...args] = setpriv ? [setpriv, '--pdeathsig=TERM', '--', ...command] : command;
  const log = openSync(join(folder, 'kafka.log'), 'w', 0o600);
  const child = spawn(program, args, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.unref();
  return child;
}

async function untilStarted(child: ChildProcess, { folder, startLimitMs }: KafkaProcessOptions): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  if (child.pid !== undefined) await noteProcess(folder, child.pid);
  const deadline = performance.now() + startLimitMs;
  while (performance.now() < deadline) {
    if (failure || hasExited(child)) {
      const complaint = failure?.message ?? complaintIn(await logOf(folder));
      throw new LocalKafkaError(`Kafka does not start on ${folder}: ${complaint}`, { cause: failure });
    }
    if ((await logOf(folder)).includes(STARTED)) return;
    await delay(POLL_MS);
  }
  throw new LocalKafkaError(
    `Kafka on ${folder} was not ready after ${startLimitMs} ms: ${complaintIn(await logOf(folder))}`,
  );
}

const logOf = (folder: string): Promise<string> => readFile(join(folder, 'kafka.log'), 'utf8').catch(() => '');

/** The innermost cause of the first error, which Java prints last. */
function complaintIn(log: string): string {
  const lines = log.trim().split('\n');
  const first = lines.findIndex((line) => / (ERROR|FATAL) /.test(line));
  const error = lines.slice(Math.max(first, 0)).filter((line) => !/^\s+(at |\.\.\. )/.test(line));
  const end = error.findIndex((line, at) => at > 0 && /^\d{4}-/.test(line));
  const cause = error.slice(0, end === -1 ? undefined : end).at(-1) ?? '';
  return cause.replace(/^(Caused by: )?([\w$]+\.)+[\w$]+: /, '').trim() || 'it wrote nothing to its log';
}
