import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policyFile, publishWhereAbsent } from '@tenure/policy-service';
import { SAMPLES } from '../standards/judged.history';
import { startStack, type Stack } from '../testing/stack';

const DEFAULTS = join(SAMPLES, '../../libs/policy/service/defaults');

/** The platform with rules of a sample: the second version of what it comes with, or else the first. */
export async function startImproving(policies: readonly string[], now: string): Promise<Stack> {
  const stack = await startStack({ now });
  for (const name of policies) {
    const file = await readPolicyFile(join(SAMPLES, `${name}.policy.json`));
    const shipped = await readPolicyFile(join(DEFAULTS, `${file.policyId}.policy.json`)).catch(() => undefined);
    await publishWhereAbsent(stack.commands, shipped ? [shipped, file] : [file], file.effectiveFrom);
  }
  return stack;
}

const readPolicyFile = async (path: string) => policyFile(path, await readFile(path, 'utf8'));
