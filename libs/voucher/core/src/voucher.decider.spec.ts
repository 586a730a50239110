import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { VoucherEvent } from '@tenure/voucher-contract';
import { commandsOn, decider, inTime, issuedAt, tooLate, validUntil } from './testing/voucher.fixture';

const { given } = specify(decider);
const of = { voucherId: 'v-1', customerId: 'k-1' } as const;
const terms = { ...of, value: { amountMinor: 5_000, currency: 'CNY' }, validUntil, cause: 'fair', by: 'anna' } as const;
const issue = { type: 'IssueVoucher', ...terms, occurredAt: issuedAt } as const;
const issued: VoucherEvent = { type: 'VoucherIssued', data: { ...terms, code: 'CODE-v-1', issuedAt } };
const taken = { purchaseId: 'p-1', worth: { amountMinor: 5_000, currency: 'CNY' }, by: 'bo' } as const;
const redeem = { type: 'RedeemVoucher', ...of, ...taken, code: 'code v1', occurredAt: inTime } as const;
const redeemed: VoucherEvent = { type: 'VoucherRedeemed', data: { ...of, ...taken, redeemedAt: inTime } };
const expire = { type: 'ExpireVoucher', voucherId: 'v-1', occurredAt: tooLate } as const;
const expired: VoucherEvent = { type: 'VoucherExpired', data: { ...of, expiredAt: validUntil } };
const withdrawal = { reason: 'sent twice', by: 'anna' } as const;
const withdraw = { type: 'WithdrawVoucher', voucherId: 'v-1', ...withdrawal, occurredAt: inTime } as const;
const withdrawn: VoucherEvent = { type: 'VoucherWithdrawn', data: { ...of, ...withdrawal, withdrawnAt: inTime } };

describe('a voucher', () => {
  it('is issued under a code of its own, or under the one that was promised', () => {
    given().when(issue).then(issued);
    given()
      .when({ ...issue, type: 'IssuePromisedVoucher', code: 'PROMISED' })
      .then({ type: 'VoucherIssued', data: { ...terms, code: 'PROMISED', issuedAt } });
  });
  it('is not issued again on other terms, nor for a time that is over', () => {
    given(issued)
      .when({ ...issue, customerId: 'k-2' })
      .thenRejected('voucher-already-issued-differently');
    given(issued)
      .when({ ...issue, type: 'IssuePromisedVoucher', code: 'PROMISED' })
      .thenRejected('voucher-already-issued-differently');
    given()
      .when({ ...issue, validUntil: issuedAt })
      .thenRejected('voucher-valid-until-past');
  });

  it('is redeemed once', () => {
    given(issued).when(redeem).then(redeemed);
    given(issued, redeemed)
      .when({ ...redeem, purchaseId: 'p-2' })
      .thenRejected('voucher-already-redeemed');
    given(issued, redeemed)
      .when({ ...redeem, worth: { amountMinor: 1, currency: 'CNY' } })
      .thenRejected('voucher-already-redeemed');
    given().when(redeem).thenRejected('voucher-not-found');
  });
  it.each([
    ['voucher-code-wrong', { code: 'CODE-v-2' }],
    ['voucher-of-another-customer', { customerId: 'k-2' }],
    ['voucher-before-issued', { occurredAt: '2026-03-01T08:59:59+08:00' }],
    ['voucher-expired', { occurredAt: validUntil }],
    ['voucher-in-another-currency', { worth: { amountMinor: 5_000, currency: 'EUR' } }],
    ['voucher-in-another-currency', { purchaseTotal: { amountMinor: 90_000, currency: 'EUR' } }],
    ['voucher-worth-too-much', { worth: { amountMinor: 5_001, currency: 'CNY' } }],
    ['voucher-worth-too-much', { purchaseTotal: { amountMinor: 4_999, currency: 'CNY' } }],
    ['voucher-worth-not-positive', { worth: { amountMinor: 0, currency: 'CNY' } }],
  ] as const)('is not redeemed: %s', (code, fields) =>
    given(issued)
      .when({ ...redeem, ...fields })
      .thenRejected(code),
  );

  it('takes off a share of what is bought, rounded up, and needs to know what that is', () => {
    const share: VoucherEvent = { type: 'VoucherIssued', data: { ...issued.data, value: { percent: 15 } } };
    const total = (amountMinor: number) => ({ amountMinor, currency: 'GBP' });
    const bought = { ...redeem, purchaseTotal: total(1_001), worth: total(151) };
    const { purchaseTotal, worth } = bought;
    given(share)
      .when(bought)
      .then({ type: 'VoucherRedeemed', data: { ...of, ...taken, worth, purchaseTotal, redeemedAt: inTime } });
    given(share)
      .when({ ...bought, worth: total(152) })
      .thenRejected('voucher-worth-too-much');
    given(share).when(redeem).thenRejected('voucher-purchase-total-missing');
    given(share)
      .when({ ...bought, worth: taken.worth })
      .thenRejected('voucher-in-another-currency');
  });

  it('expires at its end, whenever that is noticed', () => {
    given(issued).when(expire).then(expired);
    given(issued)
      .when({ ...expire, occurredAt: inTime })
      .thenRejected('voucher-still-valid');
    given(issued, redeemed).when(expire).then();
    given(issued, withdrawn).when(expire).then();
  });
  it('was redeemed in time also where that is told of after it had expired', () => {
    given(issued, expired).when(redeem).then(redeemed);
    given(issued, expired)
      .when({ ...redeem, occurredAt: tooLate })
      .thenRejected('voucher-expired');
  });

  it('is withdrawn while nobody has redeemed it', () => {
    given(issued).when(withdraw).then(withdrawn);
    given(issued, withdrawn).when(redeem).thenRejected('voucher-withdrawn');
    given(issued, redeemed).when(withdraw).thenRejected('voucher-already-redeemed');
    given(issued, expired).when(withdraw).thenRejected('voucher-expired');
    given(issued)
      .when({ ...withdraw, occurredAt: tooLate })
      .thenRejected('voucher-expired');
  });

  it.each(['v-1', 'v-2'] as const)('yields no events for a repeated command (%s)', (voucherId) =>
    proveRepeatedCommandsYieldNoEvents(decider, commandsOn(voucherId)),
  );
});
