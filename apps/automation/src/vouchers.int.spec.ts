import { ExpireVoucher } from '@tenure/voucher-contract';
import { VoucherFixture } from './testing/voucher.fixture';

const ISSUED = 'VoucherIssued';
const EXPIRED = 'VoucherExpired';

describe('vouchers', () => {
  let fixture: VoucherFixture;

  beforeAll(async () => {
    fixture = await VoucherFixture.open();
    fixture.start();
  });
  afterAll(() => fixture.stop());

  it('are issued as a journey has promised them, once', async () => {
    const takenAt = fixture.now();
    const validUntil = fixture.after(30);
    await fixture.promise('p-1', { takenAt, validUntil });
    await fixture.untilSaid('p-1', ISSUED);
    const [issued] = await fixture.said('p-1');
    expect(issued?.data).toEqual({
      voucherId: 'p-1',
      customerId: 'customer-of-p-1',
      code: 'CODE-p-1',
      value: { amountMinor: 5_000, currency: 'CNY' },
      validUntil,
      cause: 'journey-run:run-of-customer-of-p-1',
      by: 'journey:journey-churn-warning',
      issuedAt: takenAt,
    });
    expect(issued?.metadata).toMatchObject({ customerId: 'customer-of-p-1', correlationId: 'promise:p-1' });

    await fixture.stopAutomation();
    await fixture.forget();
    fixture.start();
    await fixture.promise('p-2');
    await fixture.untilSaid('p-2', ISSUED);
    expect(await fixture.types('p-1')).toBe(ISSUED);
  });

  it('that cannot be issued as they were promised hold nobody up, and are told of', async () => {
    await fixture.issue('taken', fixture.after(5));
    await fixture.promise('taken');
    await fixture.promise('p-3');
    await fixture.untilSaid('p-3', ISSUED);
    expect(await fixture.types('taken')).toBe(ISSUED);
    expect(fixture.failures.splice(0)).toEqual([
      expect.stringContaining('voucher taken was refused: voucher-already-issued-differently'),
    ]);
  });

  it('expire at their end, once, unless they were redeemed or withdrawn before', async () => {
    const validUntil = fixture.after(2);
    for (const id of ['open', 'redeemed', 'withdrawn']) await fixture.issue(id, validUntil);
    await fixture.issue('longer', fixture.after(40));
    const [issued] = await fixture.said('redeemed');
    const code = issued?.type === ISSUED ? issued.data.code : '';
    const worth = { amountMinor: 100, currency: 'CNY' };
    const purchaseTotal = { amountMinor: 1_000, currency: 'CNY' };
    const redemption = { voucherId: 'redeemed', customerId: 'k-1', code, purchaseId: 'o-1', worth, purchaseTotal };
    await fixture.send('RedeemVoucher', { ...redemption, by: 'bo' });
    await fixture.send('WithdrawVoucher', { voucherId: 'withdrawn', reason: 'a mistake', by: 'anna' });
    await fixture.settled();
    expect(await fixture.types('open')).toBe(ISSUED);

    fixture.putForward(3);
    await fixture.untilSaid('open', ISSUED, EXPIRED);
    const [, expired] = await fixture.said('open');
    expect(expired?.data).toEqual({ voucherId: 'open', customerId: 'k-1', expiredAt: validUntil });
    await fixture.settled();
    expect(await fixture.types('redeemed')).toBe(`${ISSUED},VoucherRedeemed`);
    expect(await fixture.types('withdrawn')).toBe(`${ISSUED},VoucherWithdrawn`);
    expect(await fixture.types('longer')).toBe(ISSUED);
    expect(await fixture.awaited()).toEqual(['longer', 'p-1', 'p-2', 'p-3', 'taken']);
  });

  it('of a history expire when all of it is loaded, each at its own end', async () => {
    await fixture.send('StartHistoryLoad', { loadId: 'load-1', mapping: 'vouchers', files: ['vouchers.csv'] });
    await fixture.issue('old', '2013-05-01T00:00:00Z', '2013-03-01T00:00:00Z');
    await fixture.issue('used', '2013-05-01T00:00:00Z', '2013-03-01T00:00:00Z');
    await fixture.settled();
    expect(await fixture.types('old')).toBe(ISSUED);
    const [issued] = await fixture.said('used');
    const shown = { customerId: 'k-1', code: issued?.type === ISSUED ? issued.data.code : '', by: 'bo' };
    const worth = { amountMinor: 10, currency: 'CNY' };
    const redemption = { voucherId: 'used', ...shown, purchaseId: 'o-2', worth, purchaseTotal: worth };
    await fixture.send('RedeemVoucher', { ...redemption, worth: { ...worth, amountMinor: 1 } }, '2013-04-01T00:00:00Z');
    await fixture.send('FinishHistoryLoad', { loadId: 'load-1', read: 3, accepted: 3, known: 0, rejected: 0 });
    await fixture.untilSaid('old', ISSUED, EXPIRED);
    const [, expired] = await fixture.said('old');
    expect(expired).toMatchObject({
      data: { expiredAt: '2013-05-01T00:00:00Z' },
      metadata: { occurredAt: '2013-05-01T00:00:00.000Z' },
    });
    expect(await fixture.types('used')).toBe(`${ISSUED},VoucherRedeemed`);
  });

  it('expire also where that failed at first, and where all that was noted is lost', async () => {
    await fixture.stopAutomation();
    const failing = new Set(['f-0', 'f-3']);
    fixture.start((command, context) => {
      if (command instanceof ExpireVoucher && failing.delete(command.voucherId)) throw new Error('not now');
      return fixture.commands.sender.send(command, context);
    });
    const ids = Array.from({ length: 5 }, (_, index) => `f-${index}`);
    for (const id of ids) await fixture.issue(id, fixture.after(1));
    await fixture.settled();
    fixture.putForward(2);
    for (const id of ids) await fixture.untilSaid(id, ISSUED, EXPIRED);
    expect(fixture.failures.splice(0)).toEqual(['Error: not now', 'Error: not now']);

    await fixture.stopAutomation();
    await fixture.forget();
    await fixture.issue('last', fixture.after(1));
    fixture.putForward(2);
    fixture.start();
    await fixture.untilSaid('last', ISSUED, EXPIRED);
    await fixture.settled();
    for (const id of [...ids, 'old', 'open']) expect(await fixture.types(id)).toBe(`${ISSUED},${EXPIRED}`);
  });

  it('failed at nothing else', () =>
    expect(fixture.failures.filter((failure) => !failure.includes('voucher taken was refused'))).toEqual([]));
});
