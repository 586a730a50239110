import { METRICS, type MetricQuestion, type MetricSegment } from '@tenure/metric-contract';
import type { CaseType } from '@tenure/shared-contract';
import type { Since } from './customer.facts';
import { heldAt } from './customer.standing';
import type { Lens } from './lens';
import { MetricTally } from './metric.tally';

/** Times are observed in milliseconds. */
const HOUR_MS = 3_600_000;

/** A question with what has been counted for it so far. */
export class Asked<Id extends MetricQuestion['metricId']> {
  readonly tally: MetricTally;

  constructor(
    readonly metricId: Id,
    readonly question: MetricQuestion,
    readonly lens: Lens,
    /** Ids of the cases or invitations that have the theme asked for. */
    private readonly themed: ReadonlySet<string> | undefined,
  ) {
    this.tally = new MetricTally(question, METRICS[metricId].unit === 'hours' ? HOUR_MS : 1);
  }

  get segment(): MetricSegment {
    return this.question.segment;
  }

  /** Whether a case or an answer belongs to the segment. */
  isOf(id: string, product: string | null): boolean {
    return (this.segment.product === undefined || this.segment.product === product) && (this.themed?.has(id) ?? true);
  }

  isOfTier(tiers: readonly Since<string>[], at: number): boolean {
    const wanted = this.segment.tiers;
    if (wanted === undefined) return true;
    const tier = heldAt(tiers, at);
    return tier !== null && wanted.includes(tier);
  }

  isOfType(caseType: CaseType, otherwise?: readonly CaseType[]): boolean {
    return (this.segment.caseTypes ?? otherwise)?.includes(caseType) ?? true;
  }
}
