import type { CaseMetricId, MetricId } from '@tenure/metric-contract';
import type { CaseFacts, MeasuredClock } from './case.facts';
import { clockAt, type CaseStanding } from './case.standing';
import type { Lens } from './lens';
import type { MetricTally } from './metric.tally';

/** A case as a window shows it. */
export interface CaseSeen {
  readonly facts: CaseFacts;
  readonly standing: CaseStanding;
  readonly lens: Lens;
}

/**
 * The one definition of each metric of cases, but of the complaint rate, which is one of customers. A duplicate is no case of
 * its own: the matter is counted where it is worked on.
 */
export const CASE_OBSERVING: Readonly<Record<CaseMetricId, (seen: CaseSeen, tally: MetricTally) => void>> = {
  'first-response-hours': ofOpened(({ openedAt, firstReplyAt }, tally) => {
    if (firstReplyAt === undefined) tally.beside('waiting');
    else tally.add(firstReplyAt - openedAt);
  }),
  'resolution-hours': ofOpened(({ openedAt, resolvedAt }, tally) => {
    if (resolvedAt === undefined) tally.beside('waiting');
    else tally.add(resolvedAt - openedAt);
  }),
  'resolution-rate': ofOpened(({ resolvedAt }, tally) => tally.add(resolvedAt === undefined ? 0 : 1)),
  'first-contact-resolution': ofOpened((standing, tally) => {
    if (standing.resolvedAt !== undefined) tally.add(isResolvedAtOnce(standing) ? 1 : 0);
  }),
  'response-attainment': ofClock('first-response'),
  'resolution-attainment': ofClock('resolution'),
  'dispute-rate': ofOpened(({ closed, disputed }, tally) => {
    if (!closed) return;
    if (disputed === undefined) tally.beside('unknown');
    else tally.add(disputed ? 1 : 0);
  }),
};

function ofOpened(
  observe: (standing: CaseStanding, tally: MetricTally) => void,
): (typeof CASE_OBSERVING)[CaseMetricId] {
  return ({ standing, lens }, tally) => {
    if (lens.shows(standing.openedAt) && !standing.isDuplicate) observe(standing, tally);
  };
}

/** By when it was decided, as attainment is told everywhere. */
function ofClock(clock: MeasuredClock): (typeof CASE_OBSERVING)[CaseMetricId] {
  return ({ facts, lens }, tally) => {
    const decided = clockAt(facts, clock, lens.asOf);
    if (decided && lens.shows(decided.at)) tally.add(decided.outcome === 'met' ? 1 : 0);
  };
}

const isResolvedAtOnce = ({ reopenings, handOvers, replies }: CaseStanding): boolean =>
  reopenings === 0 && handOvers === 0 && replies <= 1;

export const isCaseMetric = (metricId: MetricId): metricId is CaseMetricId => metricId in CASE_OBSERVING;
