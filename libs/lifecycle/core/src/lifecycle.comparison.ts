import { MOST_COMPARED_EXAMPLES, type ComparedExample, type PolicyComparison } from '@tenure/policy-contract';
import type { LifecyclePolicy } from './lifecycle.policy';
import { reviewDue } from './lifecycle.review';
import type { LifecycleReview } from './review.state';

/** Counts, customer by customer, in which stages others than today's they would be under a draft. */
export class LifecycleComparison {
  readonly #examples: ComparedExample[] = [];
  readonly #counts = new Map<string, { readonly from: string; readonly to: string; count: number }>();
  #looked = 0;
  #changed = 0;

  constructor(
    private readonly policies: readonly LifecyclePolicy[],
    private readonly draft: LifecyclePolicy,
    /** The moment that is today; ISO 8601. */
    private readonly at: string,
  ) {}

  /** Both judged up to today: what time has brought about since the last judgement is no effect of the draft. */
  add(review: LifecycleReview): void {
    this.#looked++;
    const today = reviewDue(review, this.at, this.policies).review;
    const { stage: from, customerId } = today;
    const to = reviewDue(today, this.at, [...this.policies, this.draft]).review.stage;
    if (from === to) return;
    this.#changed++;
    const counted = this.#counts.get(`${from}|${to}`) ?? { from, to, count: 0 };
    this.#counts.set(`${from}|${to}`, { ...counted, count: counted.count + 1 });
    if (this.#examples.length < MOST_COMPARED_EXAMPLES) {
      this.#examples.push({ id: customerId, customerId, from, to });
    }
  }

  result(): PolicyComparison {
    return {
      of: 'customers',
      looked: this.#looked,
      changed: this.#changed,
      changes: [...this.#counts.values()].sort((one, other) => other.count - one.count),
      examples: this.#examples,
      notes: [
        'Stages are those on the day on which the version comes into force; what follows with time is not shown.',
      ],
    };
  }
}
