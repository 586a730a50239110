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
