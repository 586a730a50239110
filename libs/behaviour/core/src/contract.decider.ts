import type { ContractCommand, ContractEvent, ContractRejection } from '@tenure/behaviour-contract';
import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';

type Command = Plain<ContractCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<ContractEvent, ContractRejection>;

export type Contract = { readonly status: 'absent' } | KnownContract;

interface KnownContract {
  readonly status: 'agreed';
  readonly contractId: string;
  readonly customerId: string;
  readonly startsOn: string;
  readonly renewsOn: string;
  /** Fingerprint of what was agreed first, to tell a repetition from another contract under the same number. */
  readonly agreement: string;
  readonly end?: { readonly endedOn: string; readonly reason: string };
}

/** A contract with a customer: agreed, renewed, and ended at last. Days are `YYYY-MM-DD`, so that they compare as text. */
export const contract: Decider<Contract, Command, ContractEvent, ContractRejection> = {
  initial: { status: 'absent' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'ContractAgreed': {
        const { contractId, customerId, startsOn, renewsOn } = event.data;
        return { status: 'agreed', contractId, customerId, startsOn, renewsOn, agreement: fingerprintOf(event.data) };
      }
      case 'ContractRenewed':
        return state.status === 'absent' ? state : { ...state, renewsOn: event.data.renewsOn };
      case 'ContractEnded': {
        const { endedOn, reason } = event.data;
        return state.status === 'absent' ? state : { ...state, end: { endedOn, reason } };
      }
    }
  },
  decide: (command, state) => {
    switch (command.type) {
      case 'AgreeContract':
        return agree(command, state);
      case 'RenewContract':
        return state.status === 'absent' ? reject('contract-not-found') : renew(command, state);
      case 'EndContract':
        return state.status === 'absent' ? reject('contract-not-found') : end(command, state);
    }
  },
};

function agree(
  { contractId, customerId, startsOn, renewsOn, occurredAt }: Of<'AgreeContract'>,
  state: Contract,
): Outcome {
  const data = { contractId, customerId, startsOn, renewsOn, agreedAt: occurredAt };
  if (state.status === 'agreed') {
    return state.agreement === fingerprintOf(data) ? accept() : reject('contract-already-agreed-differently');
  }
  if (renewsOn <= startsOn) return reject('contract-renewal-not-later', `it starts on ${startsOn}`);
  return accept({ type: 'ContractAgreed', data });
}

function renew({ renewsOn, occurredAt }: Of<'RenewContract'>, state: KnownContract): Outcome {
  const { contractId, customerId } = state;
  if (renewsOn === state.renewsOn) return accept();
  if (state.end) return reject('contract-already-ended', `it ended on ${state.end.endedOn}`);
  if (renewsOn < state.renewsOn) return reject('contract-renewal-not-later', `it is renewed on ${state.renewsOn}`);
  return accept({ type: 'ContractRenewed', data: { contractId, customerId, renewsOn, renewedAt: occurredAt } });
}

function end({ endedOn, reason, occurredAt }: Of<'EndContract'>, state: KnownContract): Outcome {
  const { contractId, customerId, startsOn } = state;
  if (state.end) {
    const isSame = state.end.endedOn === endedOn && state.end.reason === reason;
    return isSame ? accept() : reject('contract-already-ended', `it ended on ${state.end.endedOn}`);
  }
  if (endedOn < startsOn) return reject('contract-end-before-start', `it starts on ${startsOn}`);
  return accept({ type: 'ContractEnded', data: { contractId, customerId, endedOn, reason, endedAt: occurredAt } });
}
