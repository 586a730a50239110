import { contractCodec, signalCodec, type ContractEvent, type SignalEvent } from '@tenure/behaviour-contract';
import type { DomainEvent } from '@tenure/kernel';

type BehaviourEvent = ContractEvent | SignalEvent;

const TYPES: ReadonlySet<string> = new Set([...signalCodec.types, ...contractCodec.types]);

export const isBehaviour = <Event extends DomainEvent>(event: Event): event is Event & BehaviourEvent =>
  TYPES.has(event.type);

/** A line of a customer's timeline on how the customer behaved, and what was agreed for how long. */
export function behaviourSentence(event: BehaviourEvent): string {
  switch (event.type) {
    case 'CustomerLoggedIn':
    case 'FeatureUsed':
    case 'AnomalySeen':
    case 'RenewalIntentionStated':
    case 'CompetitorContactSeen':
    case 'ServiceRated':
    case 'ContactUnanswered':
      return signalSentence(event);
    case 'ContractAgreed':
      return `Contract ${event.data.contractId} from ${event.data.startsOn}, to be renewed on ${event.data.renewsOn}`;
    case 'ContractRenewed':
      return `Contract ${event.data.contractId} renewed until ${event.data.renewsOn}`;
    case 'ContractEnded':
      return `Contract ${event.data.contractId} ends on ${event.data.endedOn}: ${event.data.reason}`;
  }
}

function signalSentence(event: SignalEvent): string {
  switch (event.type) {
    case 'CustomerLoggedIn': {
      const { dwellSeconds } = event.data;
      return dwellSeconds === undefined ? 'Logged in' : `Logged in for ${dwellSeconds} seconds`;
    }
    case 'FeatureUsed':
      return `Used ${event.data.feature}${event.data.uses > 1 ? `, ${event.data.uses} times` : ''}`;
    case 'AnomalySeen':
      return `Out of the ordinary: ${event.data.kind}`;
    case 'RenewalIntentionStated':
      return `Renewal ${event.data.intention}, says ${event.data.by}`;
    case 'CompetitorContactSeen':
      return `In contact with ${event.data.competitor ?? 'a competitor'}`;
    case 'ServiceRated':
      return `Rated ${event.data.of} ${event.data.score} of 5`;
    case 'ContactUnanswered':
      return `No answer by ${event.data.channel}`;
  }
}
