import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication } from '@tenure/composition';
import { publishDefaultPolicies } from '@tenure/policy-service';

/** Publishes what the platform comes with, as its automation does at its start. */
export async function withDefaultPolicies(client: EventStoreDBClient): Promise<void> {
  const application = await commandApplication(client);
  try {
    await publishDefaultPolicies(application, '2024-05-01T00:00:00Z');
  } finally {
    await application.close();
  }
}
