import type { RiskBandEntered } from '@tenure/churn-contract';
import type { LifecycleStage } from '@tenure/shared-contract';
import type { TierEvent } from '@tenure/tier-contract';
import { draftOf, type BehaviourDraft, type CustomerBehaviour } from './customer.behaviour';

/**
 * The behaviour of a customer who has just entered a stage, for whoever judges before the event is in the log; who does
 * so needs no `StageEntered` folded. `at` is ISO 8601 with offset; the orders of a stage are those after it.
 */
export function withStage(behaviour: CustomerBehaviour, stage: LifecycleStage, at: string): CustomerBehaviour {
  const draft = draftOf(behaviour);
  draft.stage = { is: stage, sinceMs: Date.parse(at) };
  return draft;
}

/** A stage that was entered before the one that is known is of the past. */
export function enterStage(draft: BehaviourDraft, is: LifecycleStage, sinceMs: number): void {
  if (draft.stage === undefined || sinceMs >= draft.stage.sinceMs) draft.stage = { is, sinceMs };
}

export function foldScore(draft: BehaviourDraft, { band, score, scoredAt }: RiskBandEntered): void {
  const atMs = Date.parse(scoredAt);
  if (draft.risk === undefined || atMs >= draft.risk.atMs) draft.risk = { band, score, atMs };
}

export function foldTier(draft: BehaviourDraft, event: TierEvent): void {
  switch (event.type) {
    case 'TierAssigned':
    case 'TierOverridden':
      draft.tier = event.data.tier;
      return;
    case 'TierChanged':
    case 'TierOverrideEnded':
      draft.tier = event.data.to;
      return;
  }
}
