import {
  compileCalendar,
  deadline,
  elapsed,
  type BusinessCalendar,
  type Deadline,
  type Elapsed,
} from '@tenure/calendar';
import type { Clock, ClockSpan } from './clock.state';
import { momentOf } from './moment';
import type { StandardsBook } from './standards.book';

/** The wall clock: by it agreed due dates without a calendar are counted, and the steps of an escalation. */
export const EVERY_SECOND: BusinessCalendar = compileCalendar({ timeZone: 'UTC', week: 'always', exceptions: [] });

/** What the clock has counted by a moment (epoch milliseconds). */
export function elapsedAt({ spans, pauses }: Clock, at: number, book: StandardsBook): Elapsed {
  let seconds = 0;
  let provisional = false;
  spans.forEach((span, index) => {
    const end = Math.min(at, spans[index + 1]?.from ?? at);
    if (end <= span.from) return;
    const counted = elapsed(span.from, end, calendarOf(span, book), pauses);
    seconds += counted.seconds;
    provisional ||= counted.provisional;
  });
  return { seconds, provisional };
}

/**
 * When the target runs out; undefined where a pause keeps that open. What would be in a pause, or in the second in which
 * one begins, is when the clock runs again. A breach that stands does not move.
 */
export function dueOf(clock: Clock, book: StandardsBook): Deadline | undefined {
  const { breachedAt, provisional, targetedAt } = clock;
  const { agreedDueAt, targetSeconds } = clock.target;
  if (breachedAt !== undefined) return { at: breachedAt, provisional };
  if (agreedDueAt === undefined) return momentAfter(clock, targetSeconds, book);
  return running({ at: Math.max(momentOf(agreedDueAt), targetedAt), provisional: false }, clock);
}

/** When the clock, while it runs, has counted so many seconds, but not before the target held. */
export function momentAfter(clock: Clock, seconds: number, book: StandardsBook): Deadline | undefined {
  const last = clock.spans.at(-1) ?? { from: clock.startedAt };
  const before = elapsedAt(clock, last.from, book);
  const left = Math.max(0, seconds - before.seconds);
  const reached = deadline(last.from, left, calendarOf(last, book), clock.pauses);
  if (!reached) return undefined;
  const provisional = reached.provisional || before.provisional;
  return running({ at: Math.max(reached.at, clock.targetedAt), provisional }, clock);
}

function running({ at, provisional }: Deadline, clock: Clock): Deadline | undefined {
  const pause = clock.pauses.find(({ start, end = Infinity }) => start <= at && at < end);
  if (!pause) return { at, provisional };
  return pause.end === undefined ? undefined : running({ at: pause.end, provisional }, clock);
}

/** A book always knows the calendars of the clocks that it judges: the decider sees to that first. */
const calendarOf = ({ calendar }: ClockSpan, book: StandardsBook): BusinessCalendar =>
  (calendar && book.calendarAsKnown(calendar)) ?? EVERY_SECOND;
