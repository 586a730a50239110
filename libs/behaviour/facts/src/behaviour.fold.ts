import type { BehaviourEvent } from './behaviour.events';
import { afterComplaint } from './complaint.fold';
import { afterContract } from './contract.fold';
import { laterOf, noBehaviour, type CustomerBehaviour } from './customer.behaviour';
import { dayOf } from './epoch.day';
import { afterPurchase } from './purchase.fold';
import { afterSignal } from './signal.fold';
import { afterScore, afterStage, afterTier } from './standing.fold';

/**
 * The behaviour after an event of the customer; recorded events will do. Events of the same stream are taken in their
 * order; those of different streams may come in any, with the same facts in the end. Never mutates.
 */
export function foldBehaviour(before: CustomerBehaviour | undefined, event: BehaviourEvent): CustomerBehaviour {
  const behaviour = before ?? noBehaviour;
  switch (event.type) {
    case 'CustomerLoggedIn':
    case 'FeatureUsed':
    case 'AnomalySeen':
    case 'RenewalIntentionStated':
    case 'CompetitorContactSeen':
    case 'ServiceRated':
    case 'ContactUnanswered':
      return afterSignal(behaviour, event);
    case 'ContractAgreed':
    case 'ContractRenewed':
    case 'ContractEnded':
      return afterContract(behaviour, event);
    case 'PurchaseRecorded':
    case 'PurchaseReturned':
    case 'PurchaseCancelled':
      return afterPurchase(behaviour, event);
    case 'ComplaintOpened':
    case 'ComplaintResolved':
    case 'ComplaintReopened':
    case 'ComplaintLinkedAsDuplicate':
    case 'ComplaintFollowedUp':
      return afterComplaint(behaviour, event);
    case 'TierAssigned':
    case 'TierChanged':
    case 'TierOverridden':
    case 'TierOverrideEnded':
      return afterTier(behaviour, event);
    case 'StageEntered':
      return afterStage(behaviour, event.data.stage, Date.parse(event.data.enteredAt));
    case 'RiskBandEntered':
      return afterScore(behaviour, event.data);
    case 'InteractionRecorded':
      return { ...behaviour, lastContactOn: laterOf(behaviour.lastContactOn, dayOf(event.data.recordedAt)) };
    case 'CustomerRegistered': {
      const { registeredAt, kind, country } = event.data;
      return withProfile({ ...behaviour, registeredOn: dayOf(registeredAt) }, { kind, country }, []);
    }
    case 'CustomerProfileChanged':
      return withProfile(behaviour, event.data, event.data.cleared ?? []);
  }
}

function withProfile(
  behaviour: CustomerBehaviour,
  { kind = behaviour.kind, country = behaviour.country }: { readonly kind?: string; readonly country?: string },
  cleared: readonly string[],
): CustomerBehaviour {
  const { kind: _kind, country: _country, ...rest } = behaviour;
  return {
    ...rest,
    ...(kind !== undefined && !cleared.includes('kind') && { kind }),
    ...(country !== undefined && !cleared.includes('country') && { country }),
  };
}
