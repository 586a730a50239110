import type { Automation } from '@tenure/automation-runtime';
import { domainCodec } from '@tenure/composition';
import { EventStoreFeed, readHistory } from '@tenure/event-store';
import { until } from '@tenure/local-servers/testing';
import { voucherAutomation } from '@tenure/voucher-service';
import { journeyOf } from './testing/journey.content';
import { JourneyFixture } from './testing/journey.fixture';

const both = (text: string) => ({ zh: text, en: text });
const voucherStep = {
  stepId: 'gift',
  kind: 'voucher',
  value: { amountMinor: 5_000, currency: 'CNY' },
  validDays: 10,
  subject: both('For {customer.name}'),
  body: both('{voucher.value} with the code {voucher.code}'),
  next: 'end',
} as const;

interface Ledger {
  readonly voucher_id: string;
  readonly code: string;
  readonly status: string;
}

describe('a voucher of a journey', () => {
  let fixture: JourneyFixture;
  let vouchers: Automation;
  const failures: unknown[] = [];

  beforeAll(async () => {
    fixture = await JourneyFixture.open();
    await fixture.publish('with-gift', journeyOf([voucherStep]));
    fixture.start();
    const { client, dataSource, commands, now } = fixture;
    vouchers = voucherAutomation({
      feed: new EventStoreFeed(client, domainCodec, () => undefined),
      dataSource,
      send: (command, context) => commands.sender.send(command, context),
      now,
      onFailure: (error) => void failures.push(error),
      pollMs: 20,
    });
    vouchers.start();
  });
  afterAll(async () => {
    await vouchers.close();
    await fixture.stop();
  });

  const ledger = (customerId: string): Promise<readonly Ledger[]> =>
    fixture.dataSource.query('SELECT voucher_id, code, status FROM voucher_ledger WHERE customer_id = $1', [
      customerId,
    ]);
  const untilLedger = (customerId: string, status: string) =>
    until(
      async () => (await ledger(customerId)).map((row) => row.status).join() === status,
      `${customerId}: ${status}`,
    );

  it('is the one that the customer was written of, can be redeemed by its code, and expires otherwise', async () => {
    for (const id of ['buyer', 'idler']) {
      await fixture.register(id);
      await fixture.agree(id, 'marketing');
      await fixture.enter(id);
      await untilLedger(id, 'open');
    }
    await fixture.settled();
    const [mail] = await fixture.mailsTo('buyer');
    const [row] = await ledger('buyer');
    if (!row) throw new Error('nothing was issued');
    expect(mail).toContain(`CNY 50.00 with the code ${row.code}`);

    const shown = { voucherId: row.voucher_id, customerId: 'buyer', code: row.code, purchaseId: 'o-1', by: 'bo' };
    await fixture.send('RedeemVoucher', { ...shown, worth: { amountMinor: 5_000, currency: 'CNY' } });
    await untilLedger('buyer', 'redeemed');
    fixture.putForward(24 * 11);
    await untilLedger('idler', 'expired');
    expect(await ledger('buyer')).toMatchObject([{ status: 'redeemed' }]);
    const [issued, expired] = await readHistory(fixture.client, [
      `voucher-${(await ledger('idler'))[0]?.voucher_id ?? ''}`,
    ]);
    expect(expired?.data).toHaveProperty('expiredAt', Reflect.get(issued?.data ?? {}, 'validUntil'));
    expect(failures).toEqual([]);
  });

  it('is neither promised nor issued to whoever did not agree', async () => {
    await fixture.register('silent');
    await fixture.enter('silent');
    await fixture.untilSaid(
      'silent',
      ...['JourneyEntered with-gift treated', 'JourneyStepTaken gift suppressed', 'JourneyEnded completed'],
    );
    await fixture.settled();
    expect(await ledger('silent')).toEqual([]);
  });
});
