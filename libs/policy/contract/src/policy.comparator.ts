import type { PolicyKind } from './policy.kinds';
import type { PolicyDraft, PublishedPolicy } from './published.policy';

/** What would be otherwise under the draft, as of today. Plain JSON; a part of an event. */
export interface PolicyComparison {
  /** What was looked at, such as `customers` or `open clocks`. */
  readonly of: string;
  readonly looked: number;
  readonly changed: number;
  /** How many went from what to what, the most frequent first. */
  readonly changes: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  /** The first of those that change, at most 100. */
  readonly examples: readonly ComparedExample[];
  /** What could not be looked at, or has to be known to read the numbers; English sentences. */
  readonly notes?: readonly string[];
}

export interface ComparedExample {
  readonly id: string;
  readonly customerId?: string;
  readonly from: string;
  readonly to: string;
}

export const MOST_COMPARED_EXAMPLES = 100;

/** Says what a draft would change on what is there today. Each domain has its own, for the kinds that it works by. */
export abstract class PolicyComparator {
  abstract readonly kinds: readonly PolicyKind[];

  /** `published` are the versions so far, the oldest first; `at` is the moment that is today, ISO 8601. */
  abstract compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison>;
}

/** All comparators of the application: a Nest token, bound where the domains are put together. */
export class PolicyComparators {
  constructor(private readonly comparators: readonly PolicyComparator[]) {}

  of(kind: PolicyKind): PolicyComparator | undefined {
    return this.comparators.find(({ kinds }) => kinds.includes(kind));
  }
}
