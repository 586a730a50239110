import { Inject, Injectable } from '@nestjs/common';
import {
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { TierComparison } from '@tenure/tier-core';
import { DataSource } from 'typeorm';
import { TierAutomationStore } from './tier-automation.store';
import { policiesOf } from './tier-policy.adoption';

/** How many customers are looked at in one go. */
const PAGE = 2_000;

/** Every customer, judged once more under the draft as if it held from now on. */
@Injectable()
export class TierPolicyComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['tier'];

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async compare(draft: PolicyDraft, _published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'tier') throw new Error(`A draft of kind ${draft.kind} was given to the comparator of tiers`);
    const { policyId, version, content } = draft;
    const store = new TierAutomationStore(this.dataSource);
    const policies = policiesOf(await store.readState());
    const comparison = new TierComparison(policies, { policyId, version, effectiveFrom: at, ...content }, at);
    for await (const reviews of store.readAllReviews(PAGE)) {
      for (const review of reviews) comparison.add(review);
    }
    return comparison.result();
  }
}
