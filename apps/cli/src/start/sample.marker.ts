import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How far the sample of a data folder is; one that is loading was interrupted and goes on. */
export type SampleState = 'absent' | 'loading' | 'loaded';

const FILE = 'sample.json';

interface Marker {
  readonly state?: string;
}

export async function readSampleState(dataDir: string): Promise<SampleState> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => '{}');
  const { state } = JSON.parse(text) as Marker;
  return state === 'loading' || state === 'loaded' ? state : 'absent';
}

export async function writeSampleState(dataDir: string, state: SampleState): Promise<void> {
  const file = join(dataDir, FILE);
  await writeFile(`${file}.new`, `${JSON.stringify({ state })}\n`);
  await rename(`${file}.new`, file);
}
