import { accept, reject, type Decider, type Decision } from '@tenure/kernel';
import type { PublishedPolicy } from '@tenure/policy-contract';
import type { RemedyCommand, RemedyEvent, RemedyGranted, RemedyRejection } from '@tenure/remedy-contract';
import type { Plain } from '@tenure/shared-contract';
import { periodOf } from './budget.period';
import { evolve, type Remedies, type Remedy } from './remedy.state';

type Command = Plain<RemedyCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<RemedyEvent, RemedyRejection>;
export type RemedyPolicy = PublishedPolicy<'remedy'>;

/**
 * The remedies that one person gives (R13): the standard of the table and a discretion on top of it, which is taken from
 * the person's budget of the period; approval for what is beyond either. `policy` is the version in force when the
 * remedy is asked for or decided.
 */
export const remedies = (
  policy: RemedyPolicy | undefined,
): Decider<Remedies, Command, RemedyEvent, RemedyRejection> => ({
  initial: { remedies: new Map(), spentMinor: {} },
  evolve,
  decide: (command, state) => {
    if (!policy)
      return reject('remedy-no-policy-in-force', `no policy on remedies is in force at ${command.occurredAt}`);
    if (command.type === 'GrantRemedy') return grant(command, state, policy);
    const remedy = state.remedies.get(command.remedyId);
    if (!remedy) return reject('remedy-not-found');
    if (Date.parse(command.occurredAt) < Date.parse(remedy.askedAt)) {
      return reject('remedy-decided-before-requested', `the remedy was asked for at ${remedy.askedAt}`);
    }
    return decideOnKnown(command, remedy, policy);
  },
});

function decideOnKnown(command: Exclude<Command, Of<'GrantRemedy'>>, remedy: Remedy, policy: RemedyPolicy): Outcome {
  switch (command.type) {
    case 'ApproveRemedy':
      return approve(command, remedy, policy);
    case 'DeclineRemedy':
      return decline(command, remedy, policy);
    case 'CancelRemedy':
      return cancel(command, remedy);
  }
}

function grant(command: Of<'GrantRemedy'>, state: Remedies, policy: RemedyPolicy): Outcome {
  const known = state.remedies.get(command.remedyId);
  if (known) return isSame(known, command) ? accept() : reject('remedy-already-requested-differently');
  const row = policy.content.standard.find(({ reason }) => reason === command.reason);
  if (!row) {
    const reasons = policy.content.standard.map(({ reason }) => reason).join(', ');
    return reject('remedy-reason-not-in-table', `${command.reason} is none of ${reasons}`);
  }
  return refusalOfAmount(command, policy) ?? giveOrAsk(command, row.amountMinor, state, policy);
}

function refusalOfAmount({ amount }: Of<'GrantRemedy'>, { content }: RemedyPolicy): Outcome | undefined {
  if (amount.currency !== content.currency) {
    const detail = `${amount.currency} is asked for, the policy is in ${content.currency}`;
    return reject('remedy-in-another-currency', detail);
  }
  return amount.amountMinor <= 0 ? reject('remedy-not-positive') : undefined;
}

function giveOrAsk(
  command: Of<'GrantRemedy'>,
  standardMinor: number,
  state: Remedies,
  { policyId, version, content: { budget, discretionPercent } }: RemedyPolicy,
): Outcome {
  const { reason, amount, occurredAt } = command;
  const about = { ...ids(command), reason, amount, standardMinor, policy: { policyId, version } };
  const discretionMinor = Math.max(0, amount.amountMinor - standardMinor);
  // In integers: a percentage of an amount in minor units is not always a whole number of them.
  if (discretionMinor * 100 > standardMinor * discretionPercent) return askFor(about, 'beyond-discretion', occurredAt);
  const period = periodOf(occurredAt, budget.period, budget.timeZone);
  const spentMinor = (state.spentMinor[period] ?? 0) + discretionMinor;
  if (discretionMinor > 0 && spentMinor > budget.amountMinor) return askFor(about, 'beyond-budget', occurredAt);
  const data = {
    ...about,
    discretionMinor,
    period,
    budgetMinor: budget.amountMinor,
    spentMinor,
    grantedAt: occurredAt,
  };
  return accept({ type: 'RemedyGranted', data });
}

type Asked = Omit<RemedyGranted, 'discretionMinor' | 'period' | 'budgetMinor' | 'spentMinor' | 'grantedAt'>;

const askFor = (asked: Asked, because: 'beyond-discretion' | 'beyond-budget', requestedAt: string): Outcome =>
  accept({ type: 'RemedyApprovalRequested', data: { ...asked, because, requestedAt } });

function approve(
  { by, occurredAt }: Of<'ApproveRemedy'>,
  { status, asked, ended }: Remedy,
  policy: RemedyPolicy,
): Outcome {
  if (status === 'granted' && ended?.by === by) return accept();
  if (status !== 'waiting') return reject('remedy-not-waiting-for-approval');
  const refusal = refusalOfApprover(by, asked.personId, policy);
  return (
    refusal ??
    accept({ type: 'RemedyApproved', data: { ...ids(asked), amount: asked.amount, by, approvedAt: occurredAt } })
  );
}

function decline({ by, why, occurredAt }: Of<'DeclineRemedy'>, remedy: Remedy, policy: RemedyPolicy): Outcome {
  if (isRepeated(remedy, 'declined', { by, why })) return accept();
  if (remedy.status !== 'waiting') return reject('remedy-not-waiting-for-approval');
  const refusal = refusalOfApprover(by, remedy.asked.personId, policy);
  return refusal ?? accept({ type: 'RemedyDeclined', data: { ...ids(remedy.asked), by, why, declinedAt: occurredAt } });
}

function cancel({ by, why, occurredAt }: Of<'CancelRemedy'>, remedy: Remedy): Outcome {
  if (isRepeated(remedy, 'cancelled', { by, why })) return accept();
  if (remedy.status === 'declined' || remedy.status === 'cancelled') return reject('remedy-already-ended');
  const { asked } = remedy;
  const taken =
    'period' in asked ? { returnedMinor: asked.discretionMinor, period: asked.period } : { returnedMinor: 0 };
  const data = { ...ids(asked), by, why, ...taken, currency: asked.amount.currency, cancelledAt: occurredAt };
  return accept({ type: 'RemedyCancelled', data });
}

function refusalOfApprover(
  by: string,
  personId: string,
  { content: { approvers } }: RemedyPolicy,
): Outcome | undefined {
  if (by === personId)
    return reject('remedy-approved-by-requester', 'nobody decides on what they asked for themselves');
  if (approvers.includes(by)) return undefined;
  return reject('remedy-approver-not-authorised', `the policy lets ${approvers.join(', ') || 'nobody'} approve`);
}

const isRepeated = (remedy: Remedy, status: Remedy['status'], { by, why }: { by: string; why: string }): boolean =>
  remedy.status === status && remedy.ended?.by === by && remedy.ended.why === why;

const isSame = ({ asked }: Remedy, command: Of<'GrantRemedy'>): boolean =>
  asked.complaintId === command.complaintId &&
  asked.customerId === command.customerId &&
  asked.reason === command.reason &&
  asked.amount.amountMinor === command.amount.amountMinor &&
  asked.amount.currency === command.amount.currency;

const ids = ({ remedyId, complaintId, customerId, personId }: Asked | Of<'GrantRemedy'>) => ({
  remedyId,
  complaintId,
  customerId,
  personId,
});
