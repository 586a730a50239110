import type { LifecycleStage } from '@tenure/shared-contract';

/** What held from a moment on (epoch milliseconds); null for none. */
export interface Since<Value> {
  readonly is: Value | null;
  readonly at: number;
}

export interface BoughtOnce {
  readonly at: number;
  /** When it was called off. */
  readonly cancelledAt?: number;
}

/** One customer as far as metrics count them. Lists are in the order of the log. */
export interface CustomerFacts {
  readonly customerId: string;
  /** ISO 8601 UTC of the registration, purchase or case that is the earliest. */
  readonly sinceAt: string;
  /** ISO 8601 UTC. */
  readonly registeredAt: string | null;
  readonly referrals: readonly Since<string>[];
  readonly purchases: readonly BoughtOnce[];
  readonly stages: readonly Since<LifecycleStage>[];
  readonly tiers: readonly Since<string>[];
  /** Into whom the customer was merged. */
  readonly mergers: readonly Since<string>[];
}
