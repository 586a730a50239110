import { Inject, Injectable } from '@nestjs/common';
import {
  PolicyBook,
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { pinnedBook, type CaseClockRow, type StandardsBook } from '@tenure/service-standard-core';
import { DataSource, In, MoreThan, type FindOptionsWhere } from 'typeorm';
import { CaseClockEntry } from './case-clock.entity';
import { ClockComparison } from './clock.comparison';
import { LiveStandards } from './live.standards';

/** How many clocks are looked at in one go. */
const PAGE = 2_000;

/** Every open clock that a draft is about, judged once more as if the draft had held from its beginning. */
@Injectable()
export class OpenClocksComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['service-standard', 'calendar', 'holidays'];

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    const book = await this.#bookOfOpenClocks();
    const others = book.policies.filter(({ policyId }) => policyId !== draft.policyId);
    const drafted = publishedAt(draft, at);
    const today = pinnedBook({ ...book, policies: [...others, ...published, drafted] }, at);
    const comparison = new ClockComparison({ book, today, asOf: at }, drafted);
    for await (const rows of this.#open(concernedBy(draft, book))) {
      for (const row of rows) comparison.add(row);
    }
    return comparison.result();
  }

  async #bookOfOpenClocks(): Promise<StandardsBook> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT policy_id AS id FROM case_clock WHERE status IN ('running', 'paused') AND policy_id IS NOT NULL`,
    );
    const standards = new LiveStandards(this.policies);
    await standards.include(rows.map(({ id }) => id));
    return standards.book;
  }

  async *#open(concerned: FindOptionsWhere<CaseClockEntry>): AsyncGenerator<CaseClockRow[]> {
    const clocks = this.dataSource.getRepository(CaseClockEntry);
    const status = In(['running', 'paused']);
    for (let after = '', page: CaseClockEntry[]; ; after = page.at(-1)?.key ?? after) {
      page = await clocks.find({
        where: { ...concerned, status, key: MoreThan(after) },
        order: { key: 'ASC' },
        take: PAGE,
      });
      yield page;
      if (page.length < PAGE) return;
    }
  }
}

/** As it would stand if it were published now. */
function publishedAt({ draftFingerprint: _, draftedAt, ...draft }: PolicyDraft, at: string): PublishedPolicy {
  return { ...draft, effectiveFrom: at, publishedAt: draftedAt };
}

function concernedBy({ kind, policyId }: PolicyDraft, { policies }: StandardsBook): FindOptionsWhere<CaseClockEntry> {
  if (kind === 'service-standard') return { policyId };
  if (kind === 'calendar') return { calendarId: policyId };
  const calendars = policies.flatMap((policy) =>
    policy.kind === 'calendar' && policy.content.holidaysId === policyId ? [policy.policyId] : [],
  );
  return { calendarId: In(calendars) };
}
