import { accept, fingerprintOf, isBefore, moneyText, reject, type Decision } from '@tenure/kernel';
import type { VoucherValue } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { plainCode, type RedeemVoucher, type VoucherEvent, type VoucherRejection } from '@tenure/voucher-contract';
import type { Issued } from './voucher.state';

type Redemption = Plain<RedeemVoucher>;
type Amount = Extract<VoucherValue, { currency: string }>;
type Refusal = Decision<never, VoucherRejection>;

/**
 * By when it happened in the business: what was redeemed in time and is told of after the voucher was noted as expired
 * counts as redeemed.
 */
export function redeem(command: Redemption, state: Issued): Decision<VoucherEvent, VoucherRejection> {
  const refused = refusalOfShown(command, state) ?? refusalOfStanding(command, state);
  if (refused) return refused;
  if (state.status === 'redeemed') return accept();
  const { voucherId, customerId, purchaseId, worth, purchaseTotal, by, occurredAt: redeemedAt } = command;
  const wrong = refusalOfWorth(command, state.terms.value);
  if (wrong) return wrong;
  return accept({
    type: 'VoucherRedeemed',
    data: { voucherId, customerId, purchaseId, worth, purchaseTotal, by, redeemedAt },
  });
}

function refusalOfShown({ code, customerId }: Redemption, { terms }: Issued): Refusal | undefined {
  if (plainCode(code) !== plainCode(terms.code)) return reject('voucher-code-wrong');
  return customerId === terms.customerId ? undefined : reject('voucher-of-another-customer');
}

function refusalOfStanding(command: Redemption, { status, terms, redemption }: Issued): Refusal | undefined {
  switch (status) {
    case 'redeemed':
      return isSame(command, redemption) ? undefined : reject('voucher-already-redeemed');
    case 'withdrawn':
      return reject('voucher-withdrawn');
    case 'open':
    case 'expired': {
      const { issuedAt, validUntil } = terms;
      if (isBefore(command.occurredAt, issuedAt)) return reject('voucher-before-issued');
      if (isBefore(command.occurredAt, validUntil)) return undefined;
      return reject('voucher-expired', `the voucher was valid until ${validUntil}`);
    }
  }
}

const isSame = ({ purchaseId, worth }: Redemption, known: Issued['redemption']): boolean =>
  known?.purchaseId === purchaseId && fingerprintOf(known.worth) === fingerprintOf(worth);

/** More than it is worth, or than what is bought costs, is never taken off. */
function refusalOfWorth({ worth, purchaseTotal }: Redemption, value: VoucherValue): Refusal | undefined {
  if (worth.amountMinor <= 0) return reject('voucher-worth-not-positive');
  const most = mostOf(value, purchaseTotal);
  if (!most) return reject('voucher-purchase-total-missing', 'the voucher is in percent of a total');
  const { amountMinor, currency } = most;
  if (worth.currency !== currency || (purchaseTotal && purchaseTotal.currency !== currency)) {
    return reject('voucher-in-another-currency', `its currency is ${currency}`);
  }
  if (worth.amountMinor <= amountMinor) return undefined;
  return reject('voucher-worth-too-much', `it takes off ${moneyText(amountMinor, currency)} at the most`);
}

/** A share of a total is rounded up, in favour of the customer. */
function mostOf(value: VoucherValue, total: Plain<RedeemVoucher>['purchaseTotal']): Amount | undefined {
  if (!('percent' in value)) {
    return { ...value, amountMinor: Math.min(value.amountMinor, total?.amountMinor ?? value.amountMinor) };
  }
  return total && { ...total, amountMinor: shareOf(total.amountMinor, value.percent) };
}

/** Exact also where the product of the two would be beyond what a number can hold. */
const shareOf = (totalMinor: number, percent: number): number =>
  Number((BigInt(totalMinor) * BigInt(percent) + 99n) / 100n);
