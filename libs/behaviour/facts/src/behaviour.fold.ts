import type { BehaviourEvent } from './behaviour.events';
import { foldComplaint } from './complaint.fold';
import { foldContract } from './contract.fold';
import { countAnew, countOwn, type Counting } from './counting';
import {
  draftOf,
  laterOf,
  noBehaviour,
  type BehaviourDraft,
  type CustomerBehaviour,
  type OwnBehaviour,
} from './customer.behaviour';
import { dayOf } from './epoch.day';
import { foldPurchase } from './purchase.fold';
import { foldSignal } from './signal.fold';
import { foldSurvey } from './survey.fold';
import { enterStage, foldScore, foldTier } from './standing.fold';

/**
 * The behaviour after an event of the customer; recorded events will do. Events of the same stream are taken in their
 * order; those of different streams may come in any, with the same facts in the end. Never mutates what was before.
 */
export function foldBehaviour(before: CustomerBehaviour | undefined, event: BehaviourEvent): CustomerBehaviour {
  const draft = draftOf(before ?? noBehaviour);
  fold(draft, event, countAnew);
  return draft;
}

/** The same to the behaviour itself, for who folds events of many customers again and again: without a copy for each. */
export const foldInto = (behaviour: OwnBehaviour, event: BehaviourEvent): void => fold(behaviour, event, countOwn);

function fold<Draft extends BehaviourDraft>(draft: Draft, event: BehaviourEvent, count: Counting<Draft>): void {
  switch (event.type) {
    case 'CustomerLoggedIn':
    case 'FeatureUsed':
    case 'AnomalySeen':
    case 'RenewalIntentionStated':
    case 'CompetitorContactSeen':
    case 'ServiceRated':
    case 'ContactUnanswered':
      return foldSignal(draft, event, count);
    case 'ContractAgreed':
    case 'ContractRenewed':
    case 'ContractEnded':
      return foldContract(draft, event);
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
      return foldPurchase(draft, event, count);
    case 'ComplaintOpened':
    case 'ComplaintResolved':
    case 'ComplaintReopened':
    case 'ComplaintLinkedAsDuplicate':
    case 'ComplaintFollowedUp':
      return foldComplaint(draft, event, count);
    case 'TierAssigned':
    case 'TierChanged':
    case 'TierOverridden':
    case 'TierOverrideEnded':
      return foldTier(draft, event);
    case 'StageEntered':
      return enterStage(draft, event.data.stage, Date.parse(event.data.enteredAt));
    case 'RiskBandEntered':
      return foldScore(draft, event.data);
    case 'SurveyAnswered':
      return foldSurvey(draft, event.data, count);
    case 'InteractionRecorded':
      draft.lastContactOn = laterOf(draft.lastContactOn, dayOf(event.data.recordedAt));
      return;
    case 'CustomerRegistered':
      draft.registeredOn = dayOf(event.data.registeredAt);
      return setProfile(draft, event.data, []);
    case 'CustomerProfileChanged':
      return setProfile(draft, event.data, event.data.cleared ?? []);
  }
}

function setProfile(
  draft: BehaviourDraft,
  { kind = draft.kind, country = draft.country }: { readonly kind?: string; readonly country?: string },
  cleared: readonly string[],
): void {
  draft.kind = cleared.includes('kind') ? undefined : kind;
  draft.country = cleared.includes('country') ? undefined : country;
}
