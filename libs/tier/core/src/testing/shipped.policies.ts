import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TierContent } from '@tenure/policy-contract';
import type { TierPolicy } from '@tenure/tier-contract';

const ROOT = join(__dirname, '../../../../..');

/** The policy that judges where no other does, as it is shipped. */
export const defaultTierPolicy = shipped('libs/policy/service/defaults/value-tier.policy.json');

/** The policy of the sample in GBP, as it is shipped. */
export const onlineRetailTierPolicy = shipped('infra/samples/online-retail.value-tier.policy.json');

function shipped(path: string): TierPolicy {
  const file = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Omit<TierPolicy, keyof TierContent> & {
    readonly content: TierContent;
  };
  return { policyId: file.policyId, version: 1, effectiveFrom: file.effectiveFrom, ...file.content };
}
