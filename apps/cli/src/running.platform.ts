import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running platform leaves in its data folder so that other commands find it. */
export interface RunningPlatform {
  readonly processId: number;
  readonly apiUrl: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  /** Absent where EventStoreDB itself is the feed. */
  readonly kafkaBrokers?: readonly string[];
  readonly startedAt: string;
}

const FILE = 'run.json';

/** Readable by its owner alone, for addresses may carry a password. */
export async function announce(dataDir: string, platform: RunningPlatform): Promise<void> {
  const file = join(dataDir, FILE);
  await writeFile(`${file}.new`, `${JSON.stringify(platform, undefined, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export const withdraw = (dataDir: string): Promise<void> => rm(join(dataDir, FILE), { force: true });

/** Undefined where nothing runs on the data folder, also where something was killed there. */
export async function findRunning(dataDir: string): Promise<RunningPlatform | undefined> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => '');
  const platform = parse(text);
  return platform && isAlive(platform.processId) ? platform : undefined;
}

function parse(text: string): RunningPlatform | undefined {
  try {
    const value = JSON.parse(text) as Partial<RunningPlatform> | null;
    const { processId, apiUrl, eventStoreUrl, databaseUrl, kafkaBrokers, startedAt } = value ?? {};
    if (!processId || !apiUrl || !eventStoreUrl || !databaseUrl || !startedAt) return undefined;
    return { processId, apiUrl, eventStoreUrl, databaseUrl, kafkaBrokers, startedAt };
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
