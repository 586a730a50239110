import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import type { InteractionCommand, InteractionEvent, InteractionRejection } from '@tenure/interaction-contract';
import type { Plain } from '@tenure/shared-contract';

type Command = Plain<InteractionCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<InteractionEvent, InteractionRejection>;

export type Interaction = { readonly status: 'absent' } | KnownInteraction;

interface KnownInteraction {
  readonly status: 'open' | 'resolved';
  readonly interactionId: string;
  readonly customerId: string;
  readonly recordedAt: string;
  /** Fingerprint of the record, to tell a repeated one from another under the same id. */
  readonly record: string;
  readonly settlement?: { readonly by: string; readonly solution: string };
}

/** One contact with a customer, and whether what it was about is settled (R2). */
export const interaction: Decider<Interaction, Command, InteractionEvent, InteractionRejection> = {
  initial: { status: 'absent' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'InteractionRecorded': {
        const { interactionId, customerId, recordedAt, resolved } = event.data;
        const status = resolved ? 'resolved' : 'open';
        return { status, interactionId, customerId, recordedAt, record: fingerprintOf(event.data) };
      }
      case 'InteractionSettled': {
        const { by, solution } = event.data;
        return state.status === 'absent' ? state : { ...state, status: 'resolved', settlement: { by, solution } };
      }
    }
  },
  decide: (command, state) => {
    switch (command.type) {
      case 'RecordInteraction':
        return record(command, state);
      case 'SettleInteraction':
        return state.status === 'absent' ? reject('interaction-not-found') : settle(command, state);
    }
  },
};

function record(command: Of<'RecordInteraction'>, state: Interaction): Outcome {
  const { interactionId, customerId, channel, subject, issueType, solution, resolved, handledBy, caseId } = command;
  const told = { interactionId, customerId, channel, subject, issueType, solution, resolved, handledBy, caseId };
  const data = { ...told, recordedAt: command.occurredAt };
  if (state.status === 'absent') return accept({ type: 'InteractionRecorded', data });
  return state.record === fingerprintOf(data) ? accept() : reject('interaction-already-recorded-differently');
}

function settle({ by, solution, occurredAt }: Of<'SettleInteraction'>, state: KnownInteraction): Outcome {
  const { interactionId, customerId, settlement, recordedAt } = state;
  if (state.status === 'resolved') {
    const same = settlement?.by === by && settlement.solution === solution;
    return same ? accept() : reject('interaction-already-resolved');
  }
  if (Date.parse(occurredAt) < Date.parse(recordedAt)) {
    return reject('interaction-settled-before-recording', `the interaction was recorded at ${recordedAt}`);
  }
  return accept({
    type: 'InteractionSettled',
    data: { interactionId, customerId, solution, by, settledAt: occurredAt },
  });
}
