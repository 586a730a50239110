import type { ClockTarget } from '@tenure/service-standard-contract';
import { retarget } from './basis.change';
import type { ObservedCase } from './case-clocks.state';
import type { Clock, NextOfClock } from './clock.state';
import { momentOf } from './moment';
import type { ServiceStandard, StandardsBook } from './standards.book';
import { countedBy, judgedBasis, ruledTarget } from './target.choice';

/**
 * The next version of the standard or of its calendar, from when on it counts, where the version that the clock is judged
 * by says that it does so in the middle of a case. What was recorded before is not judged again.
 */
export function policyChangeOf(state: ObservedCase, clock: Clock, book: StandardsBook): NextOfClock | undefined {
  const { standard: known, agreedDueAt } = clock.target;
  const standard = known && agreedDueAt === undefined ? book.standard(known.policyId, known.version) : undefined;
  if (standard?.content.midCase.standardPublished !== 'retarget') return undefined;
  const changes = [standardChange(state, clock, standard, book), calendarChange(clock, book)];
  const [next] = changes.filter((change) => change !== undefined).sort((one, other) => one.at - other.at);
  if (!next) return undefined;
  const { at, target, recordedAt, kind } = next;
  return { at, events: () => retarget(state, clock, target, { at, cause: { kind, recordedAt }, book }, false) };
}

interface PolicyChange {
  readonly kind: 'standard-published' | 'calendar-published';
  readonly at: number;
  readonly target: ClockTarget;
  readonly recordedAt: string;
}

function standardChange(
  { basis }: ObservedCase,
  clock: Clock,
  current: ServiceStandard,
  book: StandardsBook,
): PolicyChange | undefined {
  for (const next of book.standardsAfter(current.policyId, current.version)) {
    const at = Math.max(momentOf(next.effectiveFrom), clock.movedAt);
    const target = ruledTarget(clock.kind, judgedBasis(clock, basis, current), next, at, book);
    if (target) return { kind: 'standard-published', at, target, recordedAt: next.publishedAt };
  }
  return undefined;
}

function calendarChange(clock: Clock, book: StandardsBook): PolicyChange | undefined {
  const { calendar } = clock.target;
  const next = calendar && book.calendarsAfter(calendar.calendarId, calendar.version)[0];
  const known = next && book.calendar(next.policyId, next.version);
  if (!known) return undefined;
  const at = Math.max(momentOf(next.effectiveFrom), clock.movedAt);
  return {
    kind: 'calendar-published',
    at,
    target: { ...clock.target, ...countedBy(known) },
    recordedAt: next.publishedAt,
  };
}
