import { Inject, Injectable } from '@nestjs/common';
import { CustomerFactsPages } from '@tenure/behaviour-contract';
import { BandComparison } from '@tenure/churn-core';
import {
  inForce,
  isOfKind,
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';

/** How many customers are looked at in one go. */
const PAGE = 1_000;

/** Every customer, scored by the draft as if it held from now on. */
@Injectable()
export class ChurnModelComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['churn-model'];

  constructor(@Inject(CustomerFactsPages) private readonly customers: CustomerFactsPages) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'churn-model')
      throw new Error(`A draft of kind ${draft.kind} was given to that of churn models`);
    const known = inForce(published, at);
    const today = known && isOfKind(known, 'churn-model') ? known.content : undefined;
    const comparison = new BandComparison(today, draft.content);
    let last: string | undefined;
    for (let isMore = true; isMore;) {
      const page = await this.customers.after(last, PAGE, at);
      for (const { customerId, facts } of page) comparison.add(customerId, facts);
      last = page.at(-1)?.customerId;
      isMore = page.length === PAGE;
    }
    return comparison.result();
  }
}
