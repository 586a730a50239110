import * as fc from 'fast-check';
import { VoucherCodes, type VoucherEvent } from '@tenure/voucher-contract';
import { voucher } from '../voucher.decider';

class CodesOfIds extends VoucherCodes {
  codeOf = (voucherId: string): string => `CODE-${voucherId}`;
}

export const decider = voucher(new CodesOfIds());

export const issuedAt = '2026-03-01T09:00:00+08:00';
export const validUntil = '2026-04-01T00:00:00+08:00';
export const inTime = '2026-03-20T10:00:00+08:00';
export const tooLate = '2026-04-01T00:00:00.000+08:00';

const on = (voucherId: string) => ({ voucherId: fc.constant(voucherId) });
const customerId = fc.constantFrom('k-1', 'k-2');
const occurredAt = fc.constantFrom(issuedAt, inTime, validUntil, '2026-04-02T00:00:00Z');
const currency = fc.constantFrom('CNY', 'EUR');
const money = fc.record({ amountMinor: fc.integer({ min: -1, max: 6_000 }), currency });
const code = fc.constantFrom('PROMISED', 'CODE-v-1', 'code v1', 'CODE-v-2');
const values = {
  'v-1': { amountMinor: 5_000, currency: 'CNY' },
  'v-2': { percent: 10 },
  'v-3': { amountMinor: 2_000, currency: 'EUR' },
  'v-4': { percent: 25 },
};

/** Commands on one voucher. */
export const commandsOn = (voucherId: keyof typeof values) => {
  const terms = { customerId: fc.constant('k-1'), value: fc.constant(values[voucherId]), cause: fc.constant('fair') };
  const issue = { ...on(voucherId), ...terms, validUntil: fc.constant(validUntil), by: fc.constant('anna') };
  const at = { occurredAt: fc.constant(issuedAt) };
  return {
    IssueVoucher: fc.record({ ...issue, ...at, type: fc.constant('IssueVoucher') }),
    IssuePromisedVoucher: fc.record({ ...issue, ...at, type: fc.constant('IssuePromisedVoucher'), code }),
    RedeemVoucher: fc.record({
      ...on(voucherId),
      type: fc.constant('RedeemVoucher'),
      customerId,
      code: fc.constantFrom('PROMISED', `CODE-${voucherId}`, `code ${voucherId}`),
      purchaseId: fc.constantFrom('p-1', 'p-2'),
      worth: money,
      purchaseTotal: fc.option(money, { nil: undefined }),
      by: fc.constant('bo'),
      occurredAt,
    }),
    WithdrawVoucher: fc.record({
      ...on(voucherId),
      type: fc.constant('WithdrawVoucher'),
      reason: fc.constantFrom('mistake', 'abuse'),
      by: fc.constant('anna'),
      occurredAt,
    }),
    ExpireVoucher: fc.record({ ...on(voucherId), type: fc.constant('ExpireVoucher'), occurredAt }),
  } as const;
};

const anyLife = (voucherId: keyof typeof values): fc.Arbitrary<readonly VoucherEvent[]> =>
  fc.array(fc.oneof(...Object.values(commandsOn(voucherId))), { maxLength: 20, size: 'max' }).map((commands) => {
    let state = decider.initial;
    return commands.flatMap((command) => {
      const decision = decider.decide(command, state);
      if (!decision.accepted) return [];
      state = decision.events.reduce(decider.evolve, state);
      return decision.events;
    });
  });

/** What is recorded of four vouchers, two of an amount and two in percent, the events of each in their order. */
export const anyVouchers: fc.Arbitrary<readonly VoucherEvent[]> = fc
  .tuple(anyLife('v-1'), anyLife('v-2'), anyLife('v-3'), anyLife('v-4'))
  .map((lives) => lives.flat());
