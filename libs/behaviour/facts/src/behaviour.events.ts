import type { ContractEvent, SignalEvent } from '@tenure/behaviour-contract';
import type { ChurnEvent } from '@tenure/churn-contract';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { CustomerEvent } from '@tenure/customer-contract';
import type { SurveyEvent } from '@tenure/feedback-contract';
import type { InteractionEvent } from '@tenure/interaction-contract';
import type { DomainEvent } from '@tenure/kernel';
import type { LifecycleEvent } from '@tenure/lifecycle-contract';
import type { PurchaseEvent } from '@tenure/purchase-contract';
import type { TierEvent } from '@tenure/tier-contract';

/** What of complaints, customers, interactions and stages says how a customer behaves. */
type OfOthers = Extract<
  ComplaintEvent | CustomerEvent | InteractionEvent | LifecycleEvent | ChurnEvent | SurveyEvent,
  {
    type:
      | 'ComplaintOpened'
      | 'ComplaintResolved'
      | 'ComplaintReopened'
      | 'ComplaintLinkedAsDuplicate'
      | 'ComplaintFollowedUp'
      | 'CustomerRegistered'
      | 'CustomerProfileChanged'
      | 'InteractionRecorded'
      | 'StageEntered'
      | 'RiskBandEntered'
      | 'SurveyAnswered';
  }
>;

/** Everything that a customer's behaviour is made of. */
export type BehaviourEvent = SignalEvent | ContractEvent | PurchaseEvent | TierEvent | OfOthers;

const TYPES: Readonly<Record<BehaviourEvent['type'], true>> = {
  CustomerLoggedIn: true,
  FeatureUsed: true,
  AnomalySeen: true,
  RenewalIntentionStated: true,
  CompetitorContactSeen: true,
  ServiceRated: true,
  ContactUnanswered: true,
  ContractAgreed: true,
  ContractRenewed: true,
  ContractEnded: true,
  PurchaseRecorded: true,
  PurchaseReturned: true,
  PurchaseCancelled: true,
  TierAssigned: true,
  TierChanged: true,
  TierOverridden: true,
  TierOverrideEnded: true,
  ComplaintOpened: true,
  ComplaintResolved: true,
  ComplaintReopened: true,
  ComplaintLinkedAsDuplicate: true,
  ComplaintFollowedUp: true,
  CustomerRegistered: true,
  CustomerProfileChanged: true,
  InteractionRecorded: true,
  StageEntered: true,
  RiskBandEntered: true,
  SurveyAnswered: true,
};

export const BEHAVIOUR_EVENT_TYPES = Object.keys(TYPES).filter((type): type is BehaviourEvent['type'] => type in TYPES);

const KNOWN: ReadonlySet<string> = new Set(BEHAVIOUR_EVENT_TYPES);

/** Tells, also of recorded events, whether {@link foldBehaviour} takes them. */
export const isBehaviourEvent = <Event extends DomainEvent>(event: Event): event is Event & BehaviourEvent =>
  KNOWN.has(event.type);
