import { commandApplication } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { publishDefaultPolicies } from '@tenure/policy-service';

/** The default policies, as they are published at that moment. */
export async function publishDefaults(eventStoreUrl, at) {
  const client = connectEventStore(eventStoreUrl);
  const application = await commandApplication(client);
  await publishDefaultPolicies(application, at);
  await application.close();
  await client.dispose();
}

/** Drafts and publishes a policy that has been in force from the start. */
export async function publish(application, { policyId, kind, content, version = 1 }) {
  const step = { policyId, version, by: 'bench', occurredAt: new Date().toISOString() };
  const title = { zh: policyId, en: policyId };
  for (const [type, payload] of [
    ['DraftPolicy', { ...step, kind, title, content }],
    ['PublishPolicy', { ...step, effectiveFrom: '2000-01-01T00:00:00Z' }],
  ]) {
    const context = { commandId: `${type}:${policyId}`, correlationId: policyId, actor: 'bench', source: 'bench' };
    const outcome = await application.sender.send(application.catalogue.parse(type, payload), context);
    if (outcome.status === 'rejected') throw new Error(`${type} was refused: ${outcome.code} ${outcome.detail}`);
  }
}
