import type { CaseClockRejection, CaseFact } from '@tenure/service-standard-contract';
import type { CaseClocks, ObservedCase } from './case-clocks.state';
import { isUnfinished, type Clock } from './clock.state';
import { momentOf } from './moment';
import { USUAL_STANDARD, type StandardsBook } from './standards.book';

interface Flaw {
  readonly code: CaseClockRejection;
  readonly detail: string;
}

/** Why a fact can't be; undefined where it can. */
export function flawOf(fact: CaseFact, state: CaseClocks, book: StandardsBook): Flaw | undefined {
  const unreadable = timesOf(fact).find((time) => Number.isNaN(Date.parse(time)));
  if (unreadable !== undefined) return { code: 'case-time-not-readable', detail: `${unreadable} is no time` };
  if (fact.kind === 'opened') return unknownCalendar(fact.serviceStandard ?? USUAL_STANDARD, book);
  if (state.status === 'absent') {
    return isOfCase(fact)
      ? { code: 'case-not-opened', detail: 'nothing was told of the opening of the case' }
      : undefined;
  }
  return timeFlaw(fact, state) ?? unknownPolicy(state, book);
}

function timeFlaw(fact: CaseFact, { openedAt, basis }: ObservedCase): Flaw | undefined {
  const at = momentOf(fact.occurredAt);
  if (isOfCase(fact) && at < openedAt) {
    const opening = new Date(openedAt).toISOString();
    return { code: 'case-fact-before-opening', detail: `${fact.occurredAt} is before the opening at ${opening}` };
  }
  if (fact.kind === 'continued' && basis.held && at < momentOf(basis.held.since)) {
    const detail = `the pause began at ${basis.held.since} and can't end at ${fact.occurredAt}`;
    return { code: 'case-pause-ends-before-it-starts', detail };
  }
  return undefined;
}

function unknownCalendar(standardId: string, book: StandardsBook): Flaw | undefined {
  const missing = book.missingCalendarOf(standardId);
  return missing === undefined
    ? undefined
    : { code: 'case-policy-not-known', detail: `${standardId} counts by ${missing}, which is not in the book` };
}

function unknownPolicy({ clocks, basis }: ObservedCase, book: StandardsBook): Flaw | undefined {
  const flaw = unknownCalendar(basis.serviceStandard, book);
  if (flaw) return flaw;
  const unknown = clocks.filter(isUnfinished).find((clock) => !isKnown(clock, book));
  return unknown && { code: 'case-policy-not-known', detail: `the policies of ${unknown.clockId} are not in the book` };
}

function isKnown({ spans, target: { standard } }: Clock, book: StandardsBook): boolean {
  const hasCalendars = spans.every(({ calendar }) => !calendar || book.calendarAsKnown(calendar) !== undefined);
  return hasCalendars && (!standard || book.standard(standard.policyId, standard.version) !== undefined);
}

/** Facts of customers and policies reach a case from outside, and may be of before it. */
function isOfCase({ kind }: CaseFact): boolean {
  return !(['tier-changed', 'standard-published', 'calendar-published', 'time-passed'] as string[]).includes(kind);
}

function timesOf(fact: CaseFact): readonly string[] {
  const occurred = fact.kind === 'time-passed' ? [fact.occurredAt] : [fact.occurredAt, fact.recordedAt];
  const agreed = fact.kind === 'opened' ? fact.agreedDueAt : fact.kind === 'due-agreed' ? fact.dueAt : undefined;
  return agreed === undefined ? occurred : [...occurred, agreed];
}
