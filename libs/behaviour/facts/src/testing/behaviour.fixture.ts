import type { ContractEvent, SignalEvent } from '@tenure/behaviour-contract';
import type { LifecycleStage } from '@tenure/shared-contract';
import type { BehaviourEvent } from '../behaviour.events';
import { foldBehaviour } from '../behaviour.fold';
import { noBehaviour, type CustomerBehaviour } from '../customer.behaviour';

export const customerId = 'k-1';
const ofSignal = (at: string) => ({ signalId: `s-${at}`, customerId });
const money = (amountMinor: number, currency: string) => ({ amountMinor, currency });

export const folded = (...events: readonly BehaviourEvent[]): CustomerBehaviour =>
  events.reduce(foldBehaviour, noBehaviour);

export const registered = (registeredAt: string, profile: { kind?: 'company' | 'person'; country?: string } = {}) =>
  ({
    type: 'CustomerRegistered',
    data: { customerId, ...profile, fieldSource: 'import', registeredAt },
  }) satisfies BehaviourEvent;

export const ordered = (purchasedAt: string, purchaseId = purchasedAt, amountMinor = 1000, currency = 'CNY') =>
  ({
    type: 'PurchaseRecorded',
    data: { purchaseId, customerId, lines: [], total: money(amountMinor, currency), purchasedAt },
  }) satisfies BehaviourEvent;

export const calledOff = ({ data }: ReturnType<typeof ordered>, cancelledAt: string) =>
  ({
    type: 'PurchaseCancelled',
    data: { ...data, reason: 'not in stock', cancelledAt },
  }) satisfies BehaviourEvent;

export const gaveBack = (returnedAt: string, amountMinor = 400, currency = 'CNY') =>
  ({
    type: 'PurchaseReturned',
    data: { returnId: `r-${returnedAt}`, customerId, lines: [], total: money(amountMinor, currency), returnedAt },
  }) satisfies BehaviourEvent;

export const loggedIn = (loggedInAt: string, dwellSeconds?: number): SignalEvent => ({
  type: 'CustomerLoggedIn',
  data: { ...ofSignal(loggedInAt), dwellSeconds, loggedInAt },
});

export const rated = (ratedAt: string, score: number): SignalEvent => ({
  type: 'ServiceRated',
  data: { ...ofSignal(ratedAt), score, of: 'delivery', ratedAt },
});

export const agreed = (contractId: string, startsOn: string, renewsOn: string): ContractEvent => ({
  type: 'ContractAgreed',
  data: { contractId, customerId, startsOn, renewsOn, agreedAt: `${startsOn}T00:00:00Z` },
});

export const renewed = (contractId: string, renewsOn: string): ContractEvent => ({
  type: 'ContractRenewed',
  data: { contractId, customerId, renewsOn, renewedAt: `${renewsOn}T00:00:00Z` },
});

export const ended = (contractId: string, endedOn: string): ContractEvent => ({
  type: 'ContractEnded',
  data: { contractId, customerId, endedOn, reason: 'moved away', endedAt: `${endedOn}T00:00:00Z` },
});

export const enteredStage = (stage: LifecycleStage, enteredAt: string) =>
  ({
    type: 'StageEntered',
    data: {
      customerId,
      policy: { policyId: 'lifecycle', version: 1 },
      stage,
      from: 'none',
      ruleId: 'rule',
      inputs: {},
      reason: { zh: '因为', en: 'because' },
      cause: 'time',
      enteredAt,
    },
  }) satisfies BehaviourEvent;
