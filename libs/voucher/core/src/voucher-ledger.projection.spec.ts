import * as fc from 'fast-check';
import { projected, recordAll } from '@tenure/kernel/testing';
import type { VoucherEvent } from '@tenure/voucher-contract';
import { anyVouchers, inTime, issuedAt, validUntil } from './testing/voucher.fixture';
import { VOUCHER_STATUSES, voucherLedger, type VoucherLedgerRow } from './voucher-ledger.projection';
import { voucherTotals } from './voucher.totals';

const rowsOf = (events: readonly VoucherEvent[]) => projected(voucherLedger, recordAll(events));
const totalsOf = (rows: readonly VoucherLedgerRow[]) =>
  voucherTotals(
    rows.map((row) => ({ ...row, vouchers: 1, amountMinor: row.amountMinor ?? 0, worthMinor: row.worthMinor ?? 0 })),
  );
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const of = { voucherId: 'v-1', customerId: 'k-1' };
const issued: VoucherEvent = {
  type: 'VoucherIssued',
  data: { ...of, code: 'c-1', value: { percent: 10 }, validUntil, cause: 'journey-run:r-1', by: 'journey:j', issuedAt },
};
const redeemed: VoucherEvent = {
  type: 'VoucherRedeemed',
  data: { ...of, purchaseId: 'p-1', worth: { amountMinor: 99, currency: 'GBP' }, by: 'bo', redeemedAt: inTime },
};

describe('the ledger of vouchers', () => {
  it('says what became of each', () => {
    expect(rowsOf([issued, redeemed])).toEqual([
      {
        ...of,
        code: 'c-1',
        plainCode: 'C1',
        status: 'redeemed',
        percent: 10,
        currency: null,
        amountMinor: null,
        cause: 'journey-run:r-1',
        issuedBy: 'journey:j',
        issuedAt,
        validUntil,
        endedAt: inTime,
        endedBy: 'bo',
        reason: null,
        purchaseId: 'p-1',
        worthMinor: 99,
        worthCurrency: 'GBP',
        position: 1n,
      },
    ]);
    const expired: VoucherEvent = { type: 'VoucherExpired', data: { ...of, expiredAt: validUntil } };
    expect(rowsOf([issued, expired])).toMatchObject([{ status: 'expired', endedAt: validUntil, endedBy: null }]);
    expect(rowsOf([issued, expired, redeemed])).toMatchObject([{ status: 'redeemed', endedAt: inTime, endedBy: 'bo' }]);
    const withdrawn = { ...of, reason: 'a mistake', by: 'anna', withdrawnAt: inTime };
    expect(rowsOf([issued, { type: 'VoucherWithdrawn', data: withdrawn }])).toMatchObject([
      { status: 'withdrawn', endedAt: inTime, endedBy: 'anna', reason: 'a mistake' },
    ]);
  });

  it('adds up after any history: what was issued is open, redeemed, expired or withdrawn', () =>
    fc.assert(
      fc.property(anyVouchers, (events) => {
        const issues = events.flatMap((event) => (event.type === 'VoucherIssued' ? [event.data] : []));
        const totals = totalsOf(rowsOf(events));
        for (const unit of totals) {
          const ofUnit = issues.filter(({ value }) =>
            'percent' in value ? value.percent === unit.percent : value.currency === unit.currency,
          );
          const faces = ofUnit.map(({ value }) => ('percent' in value ? 0 : value.amountMinor));
          expect(unit.issued).toEqual({ vouchers: ofUnit.length, amountMinor: sum(faces) });
          expect(sum(VOUCHER_STATUSES.map((status) => unit[status].vouchers))).toBe(unit.issued.vouchers);
          expect(sum(VOUCHER_STATUSES.map((status) => unit[status].amountMinor))).toBe(unit.issued.amountMinor);
        }
        expect(sum(totals.map((unit) => unit.issued.vouchers))).toBe(issues.length);
      }),
      { numRuns: 300 },
    ));

  it('never has more taken off than was issued, and each voucher redeemed once', () =>
    fc.assert(
      fc.property(anyVouchers, (events) => {
        const redemptions = events.flatMap((event) => (event.type === 'VoucherRedeemed' ? [event.data.voucherId] : []));
        expect(new Set(redemptions).size).toBe(redemptions.length);
        for (const { currency, redeemed: taken, takenOff } of totalsOf(rowsOf(events))) {
          if (currency === null) continue;
          expect(Object.keys(takenOff).filter((other) => other !== currency)).toEqual([]);
          expect(takenOff[currency] ?? 0).toBeLessThanOrEqual(taken.amountMinor);
        }
      }),
      { numRuns: 300 },
    ));

  it('is told currency by currency, then share by share', () => {
    const unit = (currency: string | null, percent: number | null) => ({ currency, percent });
    const counts = [unit(null, 25), unit('EUR', null), unit(null, 10), unit('CNY', null)].map((of) => ({
      ...of,
      status: 'redeemed' as const,
      vouchers: 2,
      amountMinor: of.currency === null ? 0 : 500,
      worthCurrency: 'EUR',
      worthMinor: 70,
    }));
    expect(voucherTotals([...counts, ...counts]).map(({ currency, percent }) => currency ?? percent)).toEqual([
      'CNY',
      'EUR',
      10,
      25,
    ]);
    expect(voucherTotals([...counts, ...counts])[3]).toMatchObject({
      percent: 25,
      issued: { vouchers: 4, amountMinor: 0 },
      redeemed: { vouchers: 4, amountMinor: 0 },
      open: { vouchers: 0, amountMinor: 0 },
      takenOff: { EUR: 140 },
    });
  });
});
