import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POLICY_KINDS } from '@tenure/policy-contract';
import { policyFile, type PolicyFile } from './policy.file';

const DEFAULTS = join(__dirname, '../defaults');
const POLICY = '.policy.json';

/** The policies that the platform comes with, each after those that it names. Throws InvalidPolicyFileError. */
export async function defaultPolicies(): Promise<readonly PolicyFile[]> {
  const names = (await readdir(DEFAULTS)).filter((name) => name.endsWith(POLICY)).sort();
  const files = await Promise.all(
    names.map(async (name) => policyFile(name, await readFile(join(DEFAULTS, name), 'utf8'))),
  );
  return files.sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ kind }: PolicyFile): number => -POLICY_KINDS.indexOf(kind);
