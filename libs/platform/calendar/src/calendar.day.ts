import type { BusinessCalendar } from './business.calendar';
import { dayNumber, dayText, SECONDS_OF_DAY, weekdayOf, yearOfDay } from './civil.day';
import type { Weekday } from './calendar.definition';
import { clockText } from './day.interval';
import type { DayReason } from './day.plan';
import { type Moment, secondOf } from './moment';
import { intersect, type Span } from './open.year';

/** One day of a calendar, and why it has the hours it has. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly weekday: Weekday;
  readonly reason: DayReason;
  /** Of the holiday or the exception. */
  readonly name?: string;
  /** On the clock of the wall, in order. Empty where the day is closed. */
  readonly hours: readonly (readonly [from: string, to: string])[];
  /** Its year's holidays are not published. */
  readonly provisional: boolean;
}

/** `day` is `YYYY-MM-DD` in the calendar's time zone. Throws a RangeError where there is no such day. */
export function calendarDay(day: string, calendar: BusinessCalendar): CalendarDay {
  const number = dayNumber(day);
  const { reason, name, intervals } = calendar.open.plan.of(number);
  const hours = intervals.map(({ from, to }) => [clockText(from), clockText(to)] as const);
  const provisional = calendar.isProvisionalYear(yearOfDay(number)) && reason !== 'exception';
  return { day, weekday: weekdayOf(number), reason, ...(name !== undefined && { name }), hours, provisional };
}

/** When a day is open, in epoch milliseconds and in order: one interval where clocks stand still, maybe others where they change. */
export function openIntervals(day: string, calendar: BusinessCalendar): readonly { start: number; end: number }[] {
  const { plan, clock } = calendar.open;
  const number = dayNumber(day);
  // No zone is a whole day and more from UTC, so a local day lies within three days of UTC.
  const [from, to] = [(number - 1) * SECONDS_OF_DAY, (number + 2) * SECONDS_OF_DAY];
  const years = new Set([yearOfDay(number - 1), yearOfDay(number + 1)]);
  const open: Span[] = [];
  for (const { start, end, offset } of [...years].flatMap((year) => clock.spansOf(year))) {
    const within = { start: Math.max(start, from), end: Math.min(end, to), offset };
    open.push(...intersect(plan.of(number).intervals, number, within));
  }
  return joined(open).map(([start, end]) => ({ start: start * 1000, end: end * 1000 }));
}

export function isOpenAt(moment: Moment, { open }: BusinessCalendar): boolean {
  const second = secondOf(moment);
  return open.before(second + 1) > open.before(second);
}

/** The moment as the calendar's clock shows it, such as `2026-10-08T09:00:00+08:00`. */
export function localText(moment: Moment, { open }: BusinessCalendar): string {
  const second = secondOf(moment);
  const offset = open.clock.offsetAt(second);
  const local = new Date((second + offset) * 1000).toISOString().slice(0, 19);
  // Zones of before 1900 had odd seconds, which ISO 8601 cannot say.
  return offset % 60 === 0
    ? `${local}${offset < 0 ? '-' : '+'}${clockText(Math.abs(offset))}`
    : new Date(second * 1000).toISOString();
}

/** The day of a moment in the calendar's time zone, `YYYY-MM-DD`. */
export function dayOf(moment: Moment, { open }: BusinessCalendar): string {
  const second = secondOf(moment);
  return dayText(Math.floor((second + open.clock.offsetAt(second)) / SECONDS_OF_DAY));
}

function joined(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    return last?.[1] === span[0] ? [...all.slice(0, -1), [last[0], span[1]]] : [...all, span];
  }, []);
}
