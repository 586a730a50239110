import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalKafkaError } from './kafka.errors';
import { kafkaArguments } from './kafka.arguments';
import type { KafkaJars } from './kafka.jars';
import { kafkaProperties } from './kafka.settings';
import { runProgram } from './program.run';

/** Makes the broker's storage the first time, whole or not at all, and resolves with its folder. */
export async function ensureFormatted(folder: string, jars: KafkaJars): Promise<string> {
  const storage = join(folder, 'data');
  if (existsSync(storage)) return storage;
  const prepared = `${storage}.new`;
  const properties = join(folder, 'format.properties');
  await rm(prepared, { recursive: true, force: true });
  // The ports are those of no start; formatting listens nowhere.
  await writeFile(properties, kafkaProperties({ dataFolder: prepared, port: 1, controllerPort: 2 }));
  const format = ['format', '--cluster-id', newClusterId(), '--config', properties];
  const { exitCode, output } = await runProgram(jars.java, [
    ...kafkaArguments(jars, 'kafka.tools.StorageTool'),
    ...format,
  ]);
  if (exitCode !== 0) throw new LocalKafkaError(`Kafka could not format ${folder}: ${output.trim()}`);
  await rename(prepared, storage);
  await rm(properties, { force: true });
  return storage;
}

/** What formatting leaves; all else is what runs left behind. */
const FORMATTED = ['meta.properties', 'bootstrap.checkpoint'];

/** Takes a storage back to how it was when it had been formatted: without topics, groups and transactions. */
export async function emptyStorage(storage: string): Promise<void> {
  const left = (await readdir(storage)).filter((name) => !FORMATTED.includes(name));
  await Promise.all(left.map((name) => rm(join(storage, name), { recursive: true, force: true })));
}

/** 16 bytes in URL-safe base64. The first bit is 0, so that it can't begin with a dash. */
function newClusterId(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8(bytes.readUInt8(0) & 0x7f, 0);
  return bytes.toString('base64url');
}
