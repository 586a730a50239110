import { readHistory } from '@tenure/event-store';
import { until } from '@tenure/local-servers/testing';
import { TierAutomation, TierAutomationStore, TierReviewRow } from '@tenure/tier-service';
import { AutomationFixture } from './testing/automation.fixture';
import { openServers } from './testing/own.servers';

class TierFixture extends AutomationFixture {
  override now = (): string => '2013-06-01T00:00:00Z';

  start(): void {
    const { dataSource, now, onFailure } = this;
    const { sender } = this.commands;
    const parts = { feed: this.feed(), store: new TierAutomationStore(dataSource), now, onFailure };
    this.run(new TierAutomation({ ...parts, send: (...sent) => sender.send(...sent), reviewEveryMs: 20 }));
  }
}

describe('a policy with a longer window', () => {
  let fixture: TierFixture;

  beforeAll(async () => {
    fixture = new TierFixture(await openServers());
    fixture.start();
  });
  afterAll(() => fixture.stop());

  const publish = async (version: number, months: number, effectiveFrom: string) => {
    const content = {
      currency: 'GBP',
      spendWindow: { unit: 'months', length: months },
      tiers: [{ tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 50_000 }] }] }],
      defaultTier: 'C',
    };
    const step = { policyId: 'value', version, by: 'anna' };
    await fixture.send('DraftPolicy', { ...step, kind: 'tier', title: { zh: '值', en: 'Value' }, content });
    await fixture.send('PublishPolicy', { ...step, effectiveFrom });
  };
  const buy = (purchaseId: string, amountMinor: number, at: string) => {
    const total = { amountMinor, currency: 'GBP' };
    const lines = [{ sku: 'x', description: 'x', quantity: 1, unitPrice: `${amountMinor / 100}` }];
    return fixture.send('RecordPurchase', { purchaseId, customerId: 'k', lines, total }, at);
  };
  const judgedTiers = async () =>
    (await readHistory(fixture.client, ['tier-k'])).map(({ data }) => {
      const { tier, to } = data as { readonly tier?: string; readonly to?: string };
      return tier ?? to;
    });
  const untilJudged = (...tiers: string[]) =>
    until(async () => (await judgedTiers()).join() === tiers.join(), tiers.join());

  it('counts again what had left the window of the policy before', async () => {
    await publish(1, 12, '2010-01-01T00:00:00Z');
    await buy('p-1', 60_000, '2011-01-01T00:00:00Z');
    await buy('p-2', 1_000, '2013-05-01T00:00:00Z');
    await untilJudged('A', 'C');
    const entries = async () => {
      const row = await fixture.dataSource.getRepository(TierReviewRow).findOneBy({ customerId: 'k' });
      return row?.review.facts.entries.map(({ documentId }) => documentId);
    };
    await until(async () => (await entries())?.join() === 'p-2', 'the first has left the window');
    await publish(2, 36, '2013-05-15T00:00:00Z');
    await untilJudged('A', 'C', 'A');
    expect(await entries()).toEqual(['p-1', 'p-2']);
    expect(fixture.failures).toEqual([]);
  });
});
