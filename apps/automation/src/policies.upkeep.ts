import type { EventStoreDBClient } from '@eventstore/db-client';
import type { CommandApplication } from '@tenure/composition';
import { DEFAULT_POLICY_IDS } from '@tenure/policy-contract';
import { publishDefaultPolicies, publishWhereAbsent } from '@tenure/policy-service';
import { readLegacyTierPolicies, TierAutomationStore } from '@tenure/tier-service';
import type { DataSource } from 'typeorm';

export interface PolicyUpkeep {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly application: CommandApplication;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Publishes the policies that the platform comes with and that nobody has published yet. Before that, what older releases
 * had published as tier policies of their own kind: their numbers are in force, not those of the defaults.
 */
export async function keepPolicies({ client, dataSource, application, now }: PolicyUpkeep): Promise<void> {
  const { policies } = await new TierAutomationStore(dataSource).readState();
  for (const policyId of new Set([DEFAULT_POLICY_IDS.tier, ...Object.keys(policies)])) {
    await publishWhereAbsent(application, await readLegacyTierPolicies(client, policyId), now);
  }
  await publishDefaultPolicies(application, now);
}
