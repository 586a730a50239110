import type { CaseMetricId } from '@tenure/metric-contract';
import type { CaseFacts } from './case.facts';
import { CASE_OBSERVING, type CaseSeen } from './case.observing';
import { caseAt } from './case.standing';
import type { ComplaintRate } from './complaint.rate';
import type { Since } from './customer.facts';
import type { Lens } from './lens';
import type { Asked } from './metric.asked';

/** All questions that look at cases through one lens, so that how a case stood then is found out once. */
export class CaseWatch {
  readonly #asked: Asked<CaseMetricId>[] = [];
  readonly #rates: ComplaintRate[] = [];

  constructor(private readonly lens: Lens) {}

  ask(asked: Asked<CaseMetricId>): void {
    this.#asked.push(asked);
  }

  count(rate: ComplaintRate): void {
    this.#rates.push(rate);
  }

  /** The tier of a case is that of its customer when it was opened. */
  see(facts: CaseFacts, openedAt: number, latestAt: number, tiers: readonly Since<string>[]): void {
    const { lens } = this;
    if (openedAt >= lens.until || openedAt > lens.asOf || latestAt < lens.from) return;
    const seen: CaseSeen = { facts, standing: caseAt(openedAt, facts.steps, lens.asOf), lens };
    for (const asked of this.#asked) {
      if (isMeant(asked, seen, tiers)) CASE_OBSERVING[asked.metricId](seen, asked.tally);
    }
    for (const rate of this.#rates) rate.seeCase(seen);
  }
}

const isMeant = (
  asked: Asked<CaseMetricId>,
  { facts: { caseId, product, caseType }, standing: { openedAt } }: CaseSeen,
  tiers: readonly Since<string>[],
): boolean => asked.isOf(caseId, product) && asked.isOfType(caseType) && asked.isOfTier(tiers, openedAt);
