import { ComparisonTally, type PolicyComparison, type PublishedPolicy } from '@tenure/policy-contract';
import {
  restate,
  type CaseClockRow,
  type ClockJudgement,
  type RestatedUnder,
  type Restatement,
} from '@tenure/service-standard-core';

/** What a draft would change on open clocks, one after the other. */
export class ClockComparison {
  readonly #tally = new ComparisonTally();

  constructor(
    private readonly under: RestatedUnder,
    private readonly draft: PublishedPolicy,
  ) {}

  add(row: CaseClockRow): void {
    this.#tally.looked();
    const restatement = restate(row, this.under);
    if (!moves(restatement)) return;
    const from = `${row.kind}: ${restatement.asJudged.outcome}`;
    const to = `${row.kind}: ${whatBecomes(restatement)}`;
    this.#tally.changed(from, to, exampleOf(row, restatement));
  }

  result(): PolicyComparison {
    return this.#tally.result('open clocks', this.#notes());
  }

  #notes(): string[] {
    const asIf = 'Each clock is judged as if the draft had held from its beginning.';
    return this.draft.kind === 'service-standard' && this.draft.version > 1 && this.#keepsOpenClocks()
      ? [asIf, 'Clocks that run already keep the version that they began with: publishing alone moves none of them.']
      : [asIf];
  }

  /** By the word of the versions that clocks are judged by. */
  #keepsOpenClocks(): boolean {
    const versions = this.under.book.policies.filter(({ policyId }) => policyId === this.draft.policyId);
    return versions.every(
      (policy) => policy.kind === 'service-standard' && policy.content.midCase.standardPublished === 'keep',
    );
  }
}

const moves = ({ asJudged, restated }: Restatement): boolean =>
  asJudged.dueAt !== restated?.dueAt || asJudged.outcome !== restated?.outcome;

function whatBecomes({ restated, difference }: Restatement): string {
  if (!restated) return 'no clock';
  const { dueSeconds } = difference ?? {};
  if (dueSeconds === undefined || dueSeconds === 0) return restated.outcome;
  return `${restated.outcome}, due ${dueSeconds < 0 ? 'earlier' : 'later'}`;
}

const exampleOf = ({ caseId, clockId, customerId }: CaseClockRow, { asJudged, restated }: Restatement) => ({
  id: `${caseId}/${clockId}`,
  customerId,
  from: dueText(asJudged),
  to: restated ? dueText(restated) : 'no clock',
});

const dueText = ({ dueAt, outcome }: ClockJudgement): string => `${outcome}, due ${dueAt ?? 'once it goes on'}`;
