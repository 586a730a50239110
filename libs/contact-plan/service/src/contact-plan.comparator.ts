import { Inject, Injectable } from '@nestjs/common';
import { planComparison, tiersThatDiffer, type TierSize } from '@tenure/contact-plan-core';
import {
  inForce,
  isOfKind,
  MOST_COMPARED_EXAMPLES,
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { DataSource } from 'typeorm';

/** How every customer would be contacted under the draft, if it held from now on. */
@Injectable()
export class ContactPlanComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['contact-plan'];

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'contact-plan')
      throw new Error(`A draft of kind ${draft.kind} was given to that of contact plans`);
    const known = inForce(published, at);
    const before = known && isOfKind(known, 'contact-plan') ? known.content : undefined;
    const tiers: TierSize[] = await this.dataSource.query(
      'SELECT tier, count(*)::int AS customers FROM contact_plan_watch WHERE tier IS NOT NULL GROUP BY tier ORDER BY tier',
    );
    const differing = tiersThatDiffer(before, draft.content, tiers).map(({ tier }) => tier);
    const customers: { customerId: string; tier: string }[] = await this.dataSource.query(
      `SELECT customer_id AS "customerId", tier FROM contact_plan_watch
       WHERE tier = ANY($1) ORDER BY customer_id LIMIT ${MOST_COMPARED_EXAMPLES}`,
      [differing],
    );
    return planComparison(before, draft.content, tiers, customers);
  }
}
