import { ComparisonTally, type PolicyComparison } from '@tenure/policy-contract';
import type { LifecyclePolicy } from './lifecycle.policy';
import { reviewDue } from './lifecycle.review';
import type { LifecycleReview } from './review.state';

/** Counts, customer by customer, in which stages others than today's they would be under a draft. */
export class LifecycleComparison {
  readonly #tally = new ComparisonTally();

  constructor(
    private readonly policies: readonly LifecyclePolicy[],
    private readonly draft: LifecyclePolicy,
    /** The moment that is today; ISO 8601. */
    private readonly at: string,
  ) {}

  /** Both judged up to today: what time has brought about since the last judgement is no effect of the draft. */
  add(review: LifecycleReview): void {
    this.#tally.looked();
    const today = reviewDue(review, this.at, this.policies).review;
    const { stage: from, customerId } = today;
    const to = reviewDue(today, this.at, [...this.policies, this.draft]).review.stage;
    if (from !== to) this.#tally.changed(from, to, { id: customerId, customerId, from, to });
  }

  result(): PolicyComparison {
    return this.#tally.result('customers', [
      'Stages are those on the day on which the version comes into force; what follows with time is not shown.',
    ]);
  }
}
