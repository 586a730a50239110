import type { RiskBandEntered } from '@tenure/churn-contract';
import type { LifecycleStage } from '@tenure/shared-contract';
import type { TierEvent } from '@tenure/tier-contract';
import type { CustomerBehaviour } from './customer.behaviour';

/**
 * The behaviour of a customer who has just entered a stage, for whoever judges before the event is in the log. `at` is
 * ISO 8601 with offset; the orders of a stage are those after it.
 */
export const withStage = (behaviour: CustomerBehaviour, stage: LifecycleStage, at: string): CustomerBehaviour => ({
  ...behaviour,
  stage: { is: stage, sinceMs: Date.parse(at) },
});

/** A stage that was entered before the one that is known is of the past. */
export const afterStage = (behaviour: CustomerBehaviour, is: LifecycleStage, sinceMs: number): CustomerBehaviour =>
  behaviour.stage !== undefined && sinceMs < behaviour.stage.sinceMs
    ? behaviour
    : { ...behaviour, stage: { is, sinceMs } };

export function afterScore(
  behaviour: CustomerBehaviour,
  { band, score, scoredAt }: RiskBandEntered,
): CustomerBehaviour {
  const atMs = Date.parse(scoredAt);
  const isOld = behaviour.risk !== undefined && atMs < behaviour.risk.atMs;
  return isOld ? behaviour : { ...behaviour, risk: { band, score, atMs } };
}

export function afterTier(behaviour: CustomerBehaviour, event: TierEvent): CustomerBehaviour {
  switch (event.type) {
    case 'TierAssigned':
    case 'TierOverridden':
      return { ...behaviour, tier: event.data.tier };
    case 'TierChanged':
      return { ...behaviour, tier: event.data.to };
    case 'TierOverrideEnded': {
      const { tier: _tier, ...rest } = behaviour;
      return event.data.to === undefined ? rest : { ...rest, tier: event.data.to };
    }
  }
}
