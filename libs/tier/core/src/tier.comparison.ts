import { MOST_COMPARED_EXAMPLES, type ComparedExample, type PolicyComparison } from '@tenure/policy-contract';
import type { TierPolicy } from '@tenure/tier-contract';
import { looksFurther } from './facts.refolding';
import { tierUnder, type TierPolicies, type TierReview } from './tier.review';

/** Counts, customer by customer, which tiers would be others under a draft. */
export class TierComparison {
  readonly #examples: ComparedExample[] = [];
  readonly #counts = new Map<string, { readonly from: string; readonly to: string; count: number }>();
  #looked = 0;
  #changed = 0;
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
    this.#looked++;
    if (review.overriddenUntil !== undefined && Date.parse(review.overriddenUntil) > Date.parse(this.at)) {
      this.#overridden++;
      return;
    }
    const from = this.#tierToday(review);
    const to = tierUnder(review, this.#drafted, this.at) ?? NO_TIER;
    if (from === to) return;
    this.#changed++;
    const counted = this.#counts.get(`${from}|${to}`) ?? { from, to, count: 0 };
    this.#counts.set(`${from}|${to}`, { ...counted, count: counted.count + 1 });
    if (this.#examples.length < MOST_COMPARED_EXAMPLES) {
      this.#examples.push({ id: review.customerId, customerId: review.customerId, from, to });
    }
  }

  /** Judged once more: what time has brought about since the last judgement is no effect of the draft. */
  #tierToday(review: TierReview): string {
    return tierUnder(review, this.policies, this.at) ?? review.tier ?? NO_TIER;
  }

  result(): PolicyComparison {
    const notes = [...this.#overriddenNote(), ...this.#windowNote()];
    return {
      of: 'customers',
      looked: this.#looked,
      changed: this.#changed,
      changes: [...this.#counts.values()].sort((a, b) => b.count - a.count),
      examples: this.#examples,
      ...(notes.length > 0 && { notes }),
    };
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
