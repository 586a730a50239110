import { accept, isBefore, reject, type Decider, type Decision } from '@tenure/kernel';
import type { TierCommand, TierEvent, TierRejection } from '@tenure/tier-contract';
import type { Plain } from '@tenure/shared-contract';
import { evolve, type CustomerTier, type TierOverride } from './tier.state';

type Command = Plain<TierCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<TierEvent, TierRejection>;

/** The value tier of one customer: judged by policy, or set aside by a person for a while (R7). */
export const tier: Decider<CustomerTier, Command, TierEvent, TierRejection> = {
  initial: {},
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'JudgeTier':
        return judge(command, state);
      case 'OverrideTier':
        return override(command, state);
      case 'EndTierOverride':
        return endOverride(command, state);
    }
  },
};

/** A judgement older than the newest decision, or made while an override holds, changes nothing. */
function judge(command: Of<'JudgeTier'>, state: CustomerTier): Outcome {
  const { customerId, occurredAt } = command;
  if (state.decidedAt !== undefined && isBefore(occurredAt, state.decidedAt)) return accept();
  if (!state.override) return accept(...judgedEvents(command, state));
  if (isBefore(occurredAt, state.override.until)) return accept();
  const { until, tier: from } = state.override;
  const expired: TierEvent = {
    type: 'TierOverrideEnded',
    data: { customerId, from, to: state.judgedTier, policyId: state.policyId, cause: 'expired', endedAt: until },
  };
  return accept(expired, ...judgedEvents(command, evolve(state, expired)));
}

function judgedEvents(command: Of<'JudgeTier'>, state: CustomerTier): TierEvent[] {
  if (state.tier === command.tier) return [];
  const { customerId, policyId, policyVersion, inputs, reasons, occurredAt: judgedAt } = command;
  const data = { customerId, policyId, policyVersion, inputs, reasons, judgedAt };
  if (state.tier === undefined) return [{ type: 'TierAssigned', data: { ...data, tier: command.tier } }];
  const changed = { ...data, from: state.tier, to: command.tier, previousPolicyId: state.policyId };
  return [{ type: 'TierChanged', data: changed }];
}

function override(command: Of<'OverrideTier'>, state: CustomerTier): Outcome {
  const { customerId, tier: wanted, by, reason, until, occurredAt } = command;
  if (!isBefore(occurredAt, until)) return reject('tier-override-ends-before-it-starts');
  if (state.override && isSame(state.override, command)) return accept();
  const { tier: from, policyId } = state;
  return accept({
    type: 'TierOverridden',
    data: { customerId, from, tier: wanted, policyId, by, reason, until, overriddenAt: occurredAt },
  });
}

function endOverride({ customerId, by, reason, occurredAt }: Of<'EndTierOverride'>, state: CustomerTier): Outcome {
  if (!state.override) {
    const repeated = state.ended?.by === by && state.ended.reason === reason;
    return repeated ? accept() : reject('tier-not-overridden');
  }
  const { tier: from, overriddenAt } = state.override;
  if (isBefore(occurredAt, overriddenAt)) return reject('tier-override-ends-before-it-starts');
  const { judgedTier: to, policyId } = state;
  return accept({
    type: 'TierOverrideEnded',
    data: { customerId, from, to, policyId, cause: 'ended', by, reason, endedAt: occurredAt },
  });
}

const isSame = (known: TierOverride, wanted: Of<'OverrideTier'>): boolean =>
  known.tier === wanted.tier &&
  known.by === wanted.by &&
  known.reason === wanted.reason &&
  known.until === wanted.until;
