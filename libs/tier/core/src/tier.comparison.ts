import { ComparisonTally, type PolicyComparison } from '@tenure/policy-contract';
import type { TierPolicy } from '@tenure/tier-contract';
import { looksFurther } from './facts.refolding';
import { tierUnder, type TierPolicies, type TierReview } from './tier.review';

/** Counts, customer by customer, which tiers would be others under a draft. */
export class TierComparison {
  readonly #tally = new ComparisonTally();
  #overridden = 0;
  readonly #drafted: TierPolicies;

  constructor(
    private readonly policies: TierPolicies,
    private readonly draft: TierPolicy,
    /** The moment that is today; ISO 8601. */
    private readonly at: string,
  ) {
    const others = policies.versions.get(draft.policyId) ?? [];
    this.#drafted = { ...policies, versions: new Map(policies.versions).set(draft.policyId, [...others, draft]) };
  }

  add(review: TierReview): void {
    this.#tally.looked();
    if (review.overriddenUntil !== undefined && Date.parse(review.overriddenUntil) > Date.parse(this.at)) {
      this.#overridden++;
      return;
    }
    const from = this.#tierToday(review);
    const to = tierUnder(review, this.#drafted, this.at) ?? NO_TIER;
    const { customerId } = review;
    if (from !== to) this.#tally.changed(from, to, { id: customerId, customerId, from, to });
  }

  /** Judged once more: what time has brought about since the last judgement is no effect of the draft. */
  #tierToday(review: TierReview): string {
    return tierUnder(review, this.policies, this.at) ?? review.tier ?? NO_TIER;
  }

  result(): PolicyComparison {
    return this.#tally.result('customers', [...this.#overriddenNote(), ...this.#windowNote()]);
  }

  #overriddenNote(): string[] {
    if (this.#overridden === 0) return [];
    return [`${this.#overridden} customers keep the tier that a person has given them.`];
  }

  /** What left every window is forgotten until a version that looks further is published. */
  #windowNote(): string[] {
    if (!looksFurther([...this.policies.versions.values()].flat(), this.draft)) return [];
    return [
      'The window is longer than that of any policy so far: older spend counts once this is published, not here.',
    ];
  }
}

const NO_TIER = 'none';
