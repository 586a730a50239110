import type { BusinessCalendar } from './business.calendar';
import { type Moment, momentText, secondOf } from './moment';
import type { OpenSeconds } from './open.seconds';
import { mergePauses, type Pause, type PausedSpan } from './pauses';

export interface Elapsed {
  /** Whole seconds. */
  readonly seconds: number;
  /** The span touches a year whose holidays are not published; there the calendar goes by its week alone. */
  readonly provisional: boolean;
}

export interface Deadline {
  /** Epoch milliseconds of a whole second. */
  readonly at: number;
  /** As of `Elapsed`. */
  readonly provisional: boolean;
}

/**
 * Open time from `start` up to `end` that is not paused. Every moment counts as the whole second it lies in, so that parts of a span
 * add up to the whole: judge lateness by these seconds, not by comparing milliseconds with a deadline.
 *
 * Pauses may overlap, stand in any order and reach beyond the span; one without an end goes on to the end of the span. Throws a
 * RangeError where `end` lies before `start` or a pause ends before it starts.
 */
export function elapsed(
  start: Moment,
  end: Moment,
  calendar: BusinessCalendar,
  pauses: readonly Pause[] = [],
): Elapsed {
  const [from, to] = [secondOf(start), secondOf(end)];
  if (to < from) throw new RangeError(`The end ${momentText(end)} lies before the start ${momentText(start)}`);
  const { open } = calendar;
  let seconds = open.before(to) - open.before(from);
  for (const pause of mergePauses(pauses)) {
    const [pausedFrom, pausedTo] = [Math.max(pause.start, from), Math.min(pause.end, to)];
    if (pausedFrom < pausedTo) seconds -= open.before(pausedTo) - open.before(pausedFrom);
  }
  return { seconds, provisional: calendar.isProvisional(from, to) };
}

/**
 * The first moment at which `seconds` have elapsed since `start`: the inverse of `elapsed`. What runs out with an interval is due at
 * that interval's end, not when the next one opens; no seconds at all are due at `start`, also while closed.
 *
 * `undefined` where a pause without an end begins before that moment: nobody knows it yet. Throws a RangeError on seconds that are no
 * whole number from 0 up, on a pause that ends before it starts, and on a deadline beyond the years that are counted (2209).
 */
export function deadline(
  start: Moment,
  seconds: number,
  calendar: BusinessCalendar,
  pauses: readonly Pause[] = [],
): Deadline | undefined {
  if (!Number.isSafeInteger(seconds) || seconds < 0) {
    throw new RangeError(`A deadline takes whole seconds from 0 up, not ${seconds}`);
  }
  const from = secondOf(start);
  const at = dueSecond(from, seconds, calendar.open, mergePauses(pauses));
  return at === undefined ? undefined : { at: at * 1000, provisional: calendar.isProvisional(from, at) };
}

function dueSecond(
  start: number,
  seconds: number,
  open: OpenSeconds,
  pauses: readonly PausedSpan[],
): number | undefined {
  if (seconds === 0) return start;
  let [cursor, left] = [start, seconds];
  for (const pause of pauses) {
    if (pause.end <= cursor) continue;
    const available = Math.max(0, open.before(pause.start) - open.before(cursor));
    if (left <= available) break;
    if (pause.end === Infinity) return undefined;
    left -= available;
    cursor = pause.end;
  }
  return open.moment(open.before(cursor) + left, cursor);
}
