import type { SignalCommand, SignalEvent, SignalRejection } from '@tenure/behaviour-contract';
import { accept, fingerprintOf, reject, type Decider } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';

type Command = Plain<SignalCommand>;

export type Signal =
  | { readonly status: 'absent' }
  /** The fingerprint of the event, to tell a repeated signal from another under the same id. */
  | { readonly status: 'recorded'; readonly record: string };

/** One thing that a customer was seen to do: never changed, and the same one however often it is sent (R3). */
export const signal: Decider<Signal, Command, SignalEvent, SignalRejection> = {
  initial: { status: 'absent' },
  evolve: (_state, event) => ({ status: 'recorded', record: recordOf(event) }),
  decide: (command, state) => {
    const event = eventOf(command);
    if (state.status === 'absent') return accept(event);
    return state.record === recordOf(event) ? accept() : reject('signal-already-recorded-differently');
  },
};

const recordOf = ({ type, data }: SignalEvent): string => fingerprintOf({ type, data });

function eventOf(command: Command): SignalEvent {
  const { signalId, customerId, occurredAt } = command;
  const ids = { signalId, customerId };
  switch (command.type) {
    case 'RecordLogin': {
      const { sessionId, dwellSeconds } = command;
      return { type: 'CustomerLoggedIn', data: { ...ids, sessionId, dwellSeconds, loggedInAt: occurredAt } };
    }
    case 'RecordFeatureUse': {
      const { feature, uses } = command;
      return { type: 'FeatureUsed', data: { ...ids, feature, uses, usedAt: occurredAt } };
    }
    case 'RecordAnomaly': {
      const { kind, detail } = command;
      return { type: 'AnomalySeen', data: { ...ids, kind, detail, seenAt: occurredAt } };
    }
    case 'RecordRenewalIntention': {
      const { intention, by } = command;
      return { type: 'RenewalIntentionStated', data: { ...ids, intention, by, statedAt: occurredAt } };
    }
    case 'RecordCompetitorContact': {
      const { competitor, detail } = command;
      return { type: 'CompetitorContactSeen', data: { ...ids, competitor, detail, seenAt: occurredAt } };
    }
    case 'RecordServiceRating': {
      const { score, of } = command;
      return { type: 'ServiceRated', data: { ...ids, score, of, ratedAt: occurredAt } };
    }
    case 'RecordUnansweredContact':
      return { type: 'ContactUnanswered', data: { ...ids, channel: command.channel, attemptedAt: occurredAt } };
  }
}
