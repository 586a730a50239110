import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const SAMPLES = join(__dirname, '../../../../infra/samples');
const DATA = /\.(csv|gz|tgz|tar)$/;
const MAPPING = '.mapping.json';
const POLICY = '.policy.json';

export interface Sample {
  readonly name: string;
  readonly mapping: string;
  readonly files: readonly string[];
  /** Policies that were made for the sample. */
  readonly policies: readonly string[];
}

/** The mappings whose data the repository carries, in a folder of the mapping's name. */
export async function sampleFiles(): Promise<readonly Sample[]> {
  const entries = await readdir(SAMPLES);
  const names = entries
    .filter((name) => name.endsWith(MAPPING))
    .map((name) => name.slice(0, -MAPPING.length))
    .sort();
  const samples: Sample[] = [];
  for (const name of names) {
    const folder = join(SAMPLES, name);
    const files = (await readdir(folder).catch(() => [])).filter((file) => DATA.test(file)).sort();
    if (files.length === 0) continue;
    samples.push({
      name,
      mapping: `${folder}${MAPPING}`,
      files: files.map((file) => join(folder, file)),
      policies: entries
        .filter((file) => file.startsWith(`${name}.`) && file.endsWith(POLICY))
        .sort()
        .map((file) => join(SAMPLES, file)),
    });
  }
  return samples;
}
