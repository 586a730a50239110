import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LocalKafkaError } from './kafka.errors';
import { identityOf, isAlive, parseIdentity } from './process.identity';

const POLL_MS = 20;

/** Leaves a note of who is at work in the folder, for the next start. */
export const noteProcess = (folder: string, pid: number): Promise<void> =>
  writeFile(noteIn(folder), JSON.stringify(identityOf(pid)));

/** Stops the broker that a killed owner left running on the folder. The caller holds the folder. */
export async function stopLeftoverKafka(folder: string, limitMs: number): Promise<void> {
  const identity = parseIdentity(await readFile(noteIn(folder), 'utf8').catch(() => ''));
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!identity || !isAlive(identity)) return rm(noteIn(folder), { force: true });
    process.kill(identity.pid, signal);
    const deadline = performance.now() + limitMs;
    while (isAlive(identity) && performance.now() < deadline) await delay(POLL_MS);
  }
  if (identity && isAlive(identity))
    throw new LocalKafkaError(`Kafka process ${identity.pid} is at work in ${folder} and does not stop`);
}

const noteIn = (folder: string): string => join(folder, 'kafka.pid');
