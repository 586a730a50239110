import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, headPosition, readHistory } from '@tenure/event-store';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { TierAutomationStore } from '@tenure/tier-service';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { keepPolicies } from './policies.upkeep';
import { startAutomation } from './start.automation';

const content = {
  currency: 'EUR',
  spendWindow: { unit: 'months', length: 12 },
  tiers: [{ tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 100 }] }] }],
  defaultTier: 'C',
};
const now = '2024-05-01T00:00:00Z';

describe('policies of older releases', () => {
  let client: EventStoreDBClient;
  let dataSource: DataSource;
  let application: CommandApplication;
  let stop: () => Promise<unknown>;

  beforeAll(async () => {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    client = connectEventStore(eventStore.connectionString);
    dataSource = await openDatabase(postgres.url, 8);
    application = await commandApplication(client);
    stop = () => Promise.all([eventStore.stop(), postgres.stop()]);
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
    await client.appendToStream('tierPolicy-value-tier', events);
  });
  afterAll(async () => {
    await application.close();
    await dataSource.destroy();
    await client.dispose();
    await stop();
  });

  it('are carried over with all their versions, once, and judge as before', async () => {
    const log = pino({ level: 'silent' });
    const automation = await startAutomation({ client, dataSource, log, now: () => now });
    const head = (await headPosition(client)) ?? 0n;
    while ((automation.position ?? 0n) < head) await new Promise((resolve) => setTimeout(resolve, 20));
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
