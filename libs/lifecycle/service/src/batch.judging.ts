import type { DomainEvent, Recorded } from '@tenure/kernel';
import {
  judgeEvent,
  newReview,
  ownReview,
  REVIEW_EVENT_TYPES,
  type LifecyclePolicy,
  type LifecycleVerdict,
  type OwnReview,
  type ReviewEvent,
} from '@tenure/lifecycle-core';
import { DEFAULT_POLICY_IDS, type PolicyEvent, type PublishedPolicy } from '@tenure/policy-contract';

/** The policies that customers are judged by, as the log has told of them so far. */
export interface AdoptedPolicies {
  readonly policies: readonly LifecyclePolicy[];
  /** False where the version is known. */
  adopt(policy: LifecyclePolicy): boolean;
}

/** What the events of one batch bring about, customer by customer, in the order of the log; in the known reviews themselves. */
export class BatchJudging {
  readonly verdicts: LifecycleVerdict[] = [];
  readonly #changed = new Map<string, OwnReview>();
  #adopted = false;

  constructor(
    private readonly known: ReadonlyMap<string, OwnReview>,
    private readonly policies: AdoptedPolicies,
  ) {}

  /** Reviews that are not as they were. */
  get changed(): readonly OwnReview[] {
    return [...this.#changed.values()];
  }

  /** Whether there is a version that was not known. */
  get adopted(): boolean {
    return this.#adopted;
  }

  add(event: Recorded<DomainEvent>): void {
    if (isLifecyclePublished(event)) this.#adopted = this.policies.adopt(event.data) || this.#adopted;
    const { customerId } = event.metadata;
    if (customerId !== undefined && isReviewed(event)) this.#review(customerId, event);
  }

  #review(customerId: string, event: Recorded<ReviewEvent>): void {
    const review = this.known.get(customerId) ?? this.#changed.get(customerId) ?? ownReview(newReview(customerId));
    const verdicts = judgeEvent(review, event, this.policies.policies);
    if (!verdicts) return;
    this.#changed.set(customerId, review);
    if (verdicts.length > 0) this.verdicts.push(...verdicts);
  }
}

type Published = Extract<PolicyEvent, { type: 'PolicyPublished' }>;
interface LifecyclePublished {
  readonly type: 'PolicyPublished';
  readonly data: PublishedPolicy<'lifecycle'>;
}

const REVIEWED: ReadonlySet<string> = new Set(REVIEW_EVENT_TYPES);

/** The feed has decoded the event by its type. */
const isReviewed = (event: Recorded<DomainEvent>): event is Recorded<ReviewEvent> => REVIEWED.has(event.type);

const isPublished = (event: Recorded<DomainEvent>): event is Recorded<Published> => event.type === 'PolicyPublished';

const isLifecyclePublished = (event: Recorded<DomainEvent>): event is Recorded<LifecyclePublished> =>
  isPublished(event) && event.data.kind === 'lifecycle' && event.data.policyId === DEFAULT_POLICY_IDS.lifecycle;
