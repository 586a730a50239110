import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, readHistory } from '@tenure/event-store';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { TierReviewRow } from '@tenure/tier-service';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { startAutomation, type Automation } from './start.automation';

const now = '2013-06-01T00:00:00Z';

describe('a policy with a longer window', () => {
  let client: EventStoreDBClient;
  let dataSource: DataSource;
  let application: CommandApplication;
  let automation: Automation;
  let stop: () => Promise<unknown>;

  beforeAll(async () => {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    client = connectEventStore(eventStore.connectionString);
    dataSource = await openDatabase(postgres.url, 8);
    application = await commandApplication(client);
    stop = () => Promise.all([eventStore.stop(), postgres.stop()]);
    automation = await startAutomation({ client, dataSource, log: pino({ level: 'warn' }), now: () => now });
  });
  afterAll(async () => {
    await automation.close();
    await application.close();
    await dataSource.destroy();
    await client.dispose();
    await stop();
  });

  const send = async (type: string, fields: object, occurredAt = now): Promise<void> => {
    const commandId = `${type} ${JSON.stringify(fields)}`.slice(0, 300);
    const context = { commandId, correlationId: commandId, actor: 'test', source: 'test' };
    const outcome = await application.sender.send(
      application.catalogue.parse(type, { ...fields, occurredAt }),
      context,
    );
    if (outcome.status === 'rejected') throw new Error(`${outcome.code}: ${outcome.detail}`);
  };
  const publish = async (version: number, months: number, effectiveFrom: string) => {
    const content = {
      currency: 'GBP',
      spendWindow: { unit: 'months', length: months },
      tiers: [{ tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 50_000 }] }] }],
      defaultTier: 'C',
    };
    const step = { policyId: 'value', version, by: 'anna' };
    await send('DraftPolicy', { ...step, kind: 'tier', title: { zh: '值', en: 'Value' }, content });
    await send('PublishPolicy', { ...step, effectiveFrom });
  };
  const buy = (purchaseId: string, amountMinor: number, at: string) => {
    const total = { amountMinor, currency: 'GBP' };
    const lines = [{ sku: 'x', description: 'x', quantity: 1, unitPrice: `${amountMinor / 100}` }];
    return send('RecordPurchase', { purchaseId, customerId: 'k', lines, total }, at);
  };
  const judgedTiers = async () =>
    (await readHistory(client, ['tier-k'])).map(({ data }) => {
      const { tier, to } = data as { readonly tier?: string; readonly to?: string };
      return tier ?? to;
    });

  it('counts again what had left the window of the policy before', async () => {
    await publish(1, 12, '2010-01-01T00:00:00Z');
    await buy('p-1', 60_000, '2011-01-01T00:00:00Z');
    await buy('p-2', 1_000, '2013-05-01T00:00:00Z');
    await until(async () => (await judgedTiers()).join() === 'A,C');
    const entries = async () => {
      const row = await dataSource.getRepository(TierReviewRow).findOneBy({ customerId: 'k' });
      return row?.review.facts.entries.map(({ documentId }) => documentId);
    };
    await until(async () => (await entries())?.join() === 'p-2');
    await publish(2, 36, '2013-05-15T00:00:00Z');
    await until(async () => (await judgedTiers()).join() === 'A,C,A');
    expect(await entries()).toEqual(['p-1', 'p-2']);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
