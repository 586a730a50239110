import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policyFile, type PolicyFile } from './policy.file';

const DEFAULTS = join(__dirname, '../defaults');
const POLICY = '.policy.json';

/** The policies that the platform comes with, as `defaults` has them. Throws InvalidPolicyFileError. */
export async function defaultPolicies(): Promise<readonly PolicyFile[]> {
  const names = (await readdir(DEFAULTS)).filter((name) => name.endsWith(POLICY)).sort();
  return Promise.all(names.map(async (name) => policyFile(name, await readFile(join(DEFAULTS, name), 'utf8'))));
}
