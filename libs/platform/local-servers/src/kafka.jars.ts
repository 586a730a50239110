import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { DataFolderHeldError } from './data-folder.errors';
import { holdDataFolder } from './data-folder.hold';
import { LocalKafkaError } from './kafka.errors';
import { runProgram } from './program.run';
import { codeOf } from './system.error';

const ROOT = join(__dirname, '../../../..');
const PROJECT = join(ROOT, 'infra/kafka/pom.xml');
const CACHE = join(ROOT, 'node_modules/.cache/tenure/kafka');
const OLDEST_JAVA = 17;
const POLL_MS = 100;

export interface KafkaJars {
  /** The program that runs them. */
  readonly java: string;
  readonly classpath: string;
}

/**
 * The jars of `infra/kafka/pom.xml`, fetched and checked by Maven where they are missing; `note` is told before that.
 * Needs the network the first time alone. Rejects with `LocalKafkaError` where Java or Maven is missing or fails.
 */
export async function locateKafkaJars(note: (line: string) => void = () => undefined): Promise<KafkaJars> {
  await refuseOldJava();
  const key = createHash('sha256')
    .update(await readFile(PROJECT))
    .digest('hex');
  const list = join(CACHE, `${key.slice(0, 16)}.classpath`);
  const classpath = (await completeClasspath(list)) ?? (await fetchInTurn(list, note));
  return { java: 'java', classpath };
}

/** Undefined also where a jar has been removed from Maven's repository since. */
async function completeClasspath(list: string): Promise<string | undefined> {
  const classpath = (await readFile(list, 'utf8').catch(() => '')).trim();
  return classpath !== '' && classpath.split(':').every((jar) => existsSync(jar)) ? classpath : undefined;
}

/** One at a time: processes that share Maven's repository get in each other's way. */
async function fetchInTurn(list: string, note: (line: string) => void): Promise<string> {
  const hold = await holdDataFolder(CACHE).catch((error: unknown) => {
    if (error instanceof DataFolderHeldError) return undefined;
    throw error;
  });
  if (!hold) {
    await delay(POLL_MS);
    return (await completeClasspath(list)) ?? fetchInTurn(list, note);
  }
  try {
    return (await completeClasspath(list)) ?? (await fetchJars(list, note));
  } finally {
    await hold.release();
  }
}

async function fetchJars(list: string, note: (line: string) => void): Promise<string> {
  note('Fetching Apache Kafka with Maven (once, 43 MB) …');
  await mkdir(CACHE, { recursive: true });
  const prepared = `${list}.${randomUUID()}`;
  try {
    const args = ['--batch-mode', '--quiet', '--strict-checksums', '--file', PROJECT];
    const { exitCode, output } = await runProgram('mvn', [
      ...args,
      'dependency:build-classpath',
      '-Dmdep.includeScope=runtime',
      `-Dmdep.outputFile=${prepared}`,
    ]).catch(refuseMissing('Maven (`mvn`)'));
    if (exitCode !== 0) throw new LocalKafkaError(`Maven could not fetch Kafka: ${firstError(output)}`);
    await rename(prepared, list);
  } finally {
    await rm(prepared, { force: true });
  }
  const classpath = await completeClasspath(list);
  if (classpath === undefined) throw new LocalKafkaError('Maven fetched Kafka, but jars of it are missing');
  return classpath;
}

async function refuseOldJava(): Promise<void> {
  const { output } = await runProgram('java', ['-version']).catch(refuseMissing(`Java ${OLDEST_JAVA} or newer`));
  const major = Number(/version "(\d+)/.exec(output)?.[1]);
  if (major >= OLDEST_JAVA) return;
  const found = Number.isNaN(major) ? `\`java -version\` says "${output.trim()}"` : `this is Java ${major}`;
  throw new LocalKafkaError(`A local Kafka broker needs Java ${OLDEST_JAVA} or newer; ${found}`);
}

const refuseMissing = (what: string) => (cause: unknown) => {
  const reason =
    codeOf(cause) === 'ENOENT'
      ? `A local Kafka broker needs ${what}, which is not on the PATH; install it, or name a broker with KAFKA_BROKERS`
      : `${what} can't be started: ${String(cause)}`;
  throw new LocalKafkaError(reason, { cause });
};

/** Maven colours its lines also where nobody looks. */
const firstError = (output: string): string =>
  stripVTControlCharacters(output)
    .split('\n')
    .find((line) => line.includes('ERROR'))
    ?.replace('[ERROR] ', '')
    .trim() ?? 'it did not say why';
