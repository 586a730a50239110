import { jsonEvent } from '@eventstore/db-client';
import { headPosition, readHistory } from '@tenure/event-store';
import { until } from '@tenure/local-servers/testing';
import { TierAutomationStore } from '@tenure/tier-service';
import { pino } from 'pino';
import { keepPolicies } from './policies.upkeep';
import { startAutomation } from './start.automation';
import { openServers, type OwnServers } from './testing/own.servers';

const content = {
  currency: 'EUR',
  spendWindow: { unit: 'months', length: 12 },
  tiers: [{ tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 100 }] }] }],
  defaultTier: 'C',
};
const now = '2024-05-01T00:00:00Z';

describe('policies of older releases', () => {
  let servers: OwnServers;

  beforeAll(async () => {
    servers = await openServers();
    const effective = ['2001-01-01T00:00:00Z', '2012-01-01T00:00:00Z'];
    const events = effective.map((effectiveFrom, index) =>
      jsonEvent({
        type: 'TierPolicyPublished',
        data: { policyId: 'value-tier', version: index + 1, effectiveFrom, ...content, publishedAt: effectiveFrom },
        metadata: {
          commandId: `c-${index}`,
          occurredAt: effectiveFrom,
          schemaVersion: 1,
          actor: 'anna',
          source: 'api',
        },
      }),
    );
    await servers.client.appendToStream('tierPolicy-value-tier', events);
  });
  afterAll(() => servers.stop());

  it('are carried over with all their versions, once, and judge as before', async () => {
    const { client, dataSource, commands: application } = servers;
    const log = pino({ level: 'silent' });
    const automation = await startAutomation({ client, dataSource, log, now: () => now });
    const head = (await headPosition(client)) ?? 0n;
    await until(() => (automation.position ?? 0n) >= head, 'all has been acted on');
    await automation.close();

    const versions = await application.policies.versions('tier', 'value-tier');
    expect(versions.map(({ version, effectiveFrom, content: said }) => [version, effectiveFrom, said])).toEqual([
      [1, '2001-01-01T00:00:00Z', content],
      [2, '2012-01-01T00:00:00Z', content],
    ]);
    const { policies } = await new TierAutomationStore(dataSource).readState();
    expect(policies['value-tier']).toEqual(
      versions.map(({ policyId, version, effectiveFrom }) => ({ policyId, version, effectiveFrom, ...content })),
    );

    await keepPolicies({ client, dataSource, application, now });
    const events = await readHistory(client, ['policy-value-tier']);
    expect(events.map(({ type }) => type)).toEqual([
      'PolicyDrafted',
      'PolicyPublished',
      'PolicyDrafted',
      'PolicyPublished',
      'PolicySuperseded',
    ]);
  });
});
