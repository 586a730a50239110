import { accept, fingerprintOf, isBefore, reject, type Decider, type Decision } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';
import type {
  VoucherCodes,
  VoucherCommand,
  VoucherEvent,
  VoucherIssued,
  VoucherRejection,
} from '@tenure/voucher-contract';
import { redeem } from './voucher.redeeming';
import { evolve, type Issued, type Voucher } from './voucher.state';

type Command = Plain<VoucherCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Issue = Of<'IssueVoucher'> | Of<'IssuePromisedVoucher'>;
type Outcome = Decision<VoucherEvent, VoucherRejection>;

/** One voucher; `codes` are asked where none was promised. */
export const voucher = (codes: VoucherCodes): Decider<Voucher, Command, VoucherEvent, VoucherRejection> => ({
  initial: { status: 'absent' },
  evolve,
  decide: (command, state) => {
    if (isIssue(command)) return issue(command, state, codes);
    return state.status === 'absent' ? reject('voucher-not-found') : decideOnIssued(command, state);
  },
});

const isIssue = (command: Command): command is Issue =>
  command.type === 'IssueVoucher' || command.type === 'IssuePromisedVoucher';

function decideOnIssued(command: Exclude<Command, Issue>, state: Issued): Outcome {
  switch (command.type) {
    case 'RedeemVoucher':
      return redeem(command, state);
    case 'WithdrawVoucher':
      return withdraw(command, state);
    case 'ExpireVoucher':
      return expire(command, state);
  }
}

function issue(command: Issue, state: Voucher, codes: VoucherCodes): Outcome {
  if (state.status !== 'absent') return issuedAgain(command, state.terms);
  const { voucherId, customerId, value, validUntil, cause, by, occurredAt: issuedAt } = command;
  if (!isBefore(issuedAt, validUntil)) {
    return reject('voucher-valid-until-past', `it would be valid until ${validUntil}, and is issued at ${issuedAt}`);
  }
  const code = command.type === 'IssuePromisedVoucher' ? command.code : codes.codeOf(voucherId);
  return accept({
    type: 'VoucherIssued',
    data: { voucherId, customerId, code, value, validUntil, cause, by, issuedAt },
  });
}

/** Whoever repeats it need not know the code that was given. */
function issuedAgain(command: Issue, { code, issuedAt, ...terms }: VoucherIssued): Outcome {
  const { type: _, occurredAt, ...wanted } = command;
  const isSame =
    fingerprintOf({ code, ...wanted, occurredAt }) === fingerprintOf({ ...terms, code, occurredAt: issuedAt });
  return isSame ? accept() : reject('voucher-already-issued-differently');
}

function withdraw(command: Of<'WithdrawVoucher'>, { status, terms }: Issued): Outcome {
  switch (status) {
    case 'withdrawn':
      return accept();
    case 'redeemed':
      return reject('voucher-already-redeemed');
    case 'expired':
      return reject('voucher-expired', `the voucher was valid until ${terms.validUntil}`);
    case 'open': {
      const { reason, by, occurredAt: withdrawnAt } = command;
      if (isBefore(withdrawnAt, terms.issuedAt)) return reject('voucher-before-issued');
      if (!isBefore(withdrawnAt, terms.validUntil)) return reject('voucher-expired');
      const { voucherId, customerId } = terms;
      return accept({ type: 'VoucherWithdrawn', data: { voucherId, customerId, reason, by, withdrawnAt } });
    }
  }
}

/** At its end, whenever that is noticed. */
function expire({ occurredAt }: Of<'ExpireVoucher'>, { status, terms }: Issued): Outcome {
  if (status !== 'open') return accept();
  const { voucherId, customerId, validUntil } = terms;
  if (isBefore(occurredAt, validUntil))
    return reject('voucher-still-valid', `the voucher is valid until ${validUntil}`);
  return accept({ type: 'VoucherExpired', data: { voucherId, customerId, expiredAt: validUntil } });
}
