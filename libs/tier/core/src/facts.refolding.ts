import type { Recorded } from '@tenure/kernel';
import type { SpendWindow } from '@tenure/policy-contract';
import type { TierPolicy } from '@tenure/tier-contract';
import {
  FACTS_EVENT_TYPES,
  foldFacts,
  noFacts,
  pruneFacts,
  type CustomerFacts,
  type FactsEvent,
} from './customer.facts';
import type { TierReview } from './tier.review';

/** Whether a policy may look at spend that was forgotten, as it had left the window of every policy before. */
export const looksFurther = (policies: readonly TierPolicy[], { spendWindow }: TierPolicy): boolean =>
  policies.length > 0 && !policies.some((known) => isAsLong(known.spendWindow, spendWindow));

/** Surely, whatever months the windows lie over. */
const isAsLong = (known: SpendWindow, wanted: SpendWindow): boolean =>
  known.unit === wanted.unit ? known.length >= wanted.length : daysOf(known, 28) >= daysOf(wanted, 31);

const daysOf = ({ unit, length }: SpendWindow, daysOfMonth: number): number =>
  unit === 'months' ? length * daysOfMonth : length;

const FACTS_EVENTS: ReadonlySet<string> = new Set(FACTS_EVENT_TYPES);

export const isFactsEvent = (event: Recorded): event is Recorded<FactsEvent> => FACTS_EVENTS.has(event.type);

/** How many entries of a customer are kept before what no window sees any more is looked for. */
const PRUNE_EVERY = 256;

/** Folds the facts of known customers anew from the whole log; as large as all their reviews. */
export class FactsRefolding {
  readonly #facts = new Map<string, CustomerFacts>();

  constructor(
    private readonly reviews: ReadonlyMap<string, TierReview>,
    private readonly policies: readonly TierPolicy[],
  ) {}

  /** In the order of the log. */
  add(event: Recorded<FactsEvent>): void {
    const review = this.reviews.get(event.metadata.customerId ?? '');
    if (!review) return;
    const facts = foldFacts(this.#facts.get(review.customerId) ?? noFacts, event);
    const many = facts.entries.length % PRUNE_EVERY === PRUNE_EVERY - 1;
    this.#facts.set(review.customerId, many ? this.#pruned(facts, review) : facts);
  }

  /** Every review with its facts as the policies see them from its last judgement on. */
  result(): readonly TierReview[] {
    return [...this.reviews.values()].map((review) => ({
      ...review,
      facts: this.#pruned(this.#facts.get(review.customerId) ?? noFacts, review),
    }));
  }

  #pruned(facts: CustomerFacts, { judgedAt }: TierReview): CustomerFacts {
    return judgedAt === undefined ? facts : pruneFacts(facts, this.policies, judgedAt);
  }
}
