import { signalCodec, type SignalCommand, type SignalEvent, type SignalRejection } from '@tenure/behaviour-contract';
import { signal, type Signal } from '@tenure/behaviour-core';
import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';

export const signalAggregate: Aggregate<Signal, Plain<SignalCommand>, SignalEvent, SignalRejection> = {
  category: 'signal',
  decider: signal,
  codec: signalCodec,
  idOf: ({ signalId }) => signalId,
  customerIdOf: ({ data }) => data.customerId,
  starts: [
    'RecordLogin',
    'RecordFeatureUse',
    'RecordAnomaly',
    'RecordRenewalIntention',
    'RecordCompetitorContact',
    'RecordServiceRating',
    'RecordUnansweredContact',
  ],
};
