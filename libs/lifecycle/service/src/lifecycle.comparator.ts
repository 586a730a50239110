import { Inject, Injectable } from '@nestjs/common';
import { LifecycleComparison } from '@tenure/lifecycle-core';
import {
  ofKind,
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { DataSource } from 'typeorm';
import { LifecycleReviewRow } from './lifecycle-review.entity';

/** How many customers are looked at in one go. */
const PAGE = 2_000;

/** Every customer, judged once more under the draft as if it came into force now. */
@Injectable()
export class LifecycleComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['lifecycle'];

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'lifecycle') throw new Error(`A draft of kind ${draft.kind} was given to that of lifecycles`);
    const { policyId, version, content } = draft;
    const comparison = new LifecycleComparison(
      ofKind(published, 'lifecycle'),
      { policyId, version, effectiveFrom: at, content },
      at,
    );
    for await (const rows of this.#pages()) for (const { review } of rows) comparison.add(review);
    return comparison.result();
  }

  async *#pages(): AsyncGenerator<readonly LifecycleReviewRow[]> {
    const reviews = this.dataSource.getRepository(LifecycleReviewRow);
    for (let after = '', page: LifecycleReviewRow[]; ; after = page.at(-1)?.customerId ?? after) {
      page = await reviews
        .createQueryBuilder('row')
        .where('row.customerId > :after', { after })
        .orderBy('row.customerId')
        .limit(PAGE)
        .getMany();
      yield page;
      if (page.length < PAGE) return;
    }
  }
}
