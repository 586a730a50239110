import { compileCalendar, dayOf, openIntervals, type BusinessCalendar } from '@tenure/calendar';
import { instant, isAfter } from '@tenure/kernel';

/** A calendar month, as the clocks of a time zone have it. */
export interface ReportMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly timeZone: string;
  /** Its first moment, and that of the next month: ISO 8601 UTC. */
  readonly from: string;
  readonly until: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Undefined where the text is no month. */
export function monthOf(month: string, timeZone: string): ReportMonth | undefined {
  if (!MONTH.test(month)) return undefined;
  const calendar = zone(timeZone);
  const from = firstMomentOf(`${month}-01`, calendar);
  const until = firstMomentOf(`${monthsLater(month, 1)}-01`, calendar);
  return from === undefined || until === undefined ? undefined : { month, timeZone, from, until };
}

/** So many months later, or before where negative. */
export function monthsLater(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The last that belongs to the month: what is known "by" a moment includes it, and `until` is of the next month. */
export const lastMomentOf = ({ until }: ReportMonth): string => instant(Date.parse(until) - 1);

/** Whether a month is over, is the present one, or has yet to come. */
export function standingOf({ from, until }: ReportMonth, now: string): 'over' | 'running' | 'to-come' {
  if (isAfter(from, now)) return 'to-come';
  return isAfter(until, now) ? 'running' : 'over';
}

/** A calendar that is always open, on the clocks of the zone. */
export function zone(timeZone: string): BusinessCalendar {
  const known = zones.get(timeZone) ?? compileCalendar({ timeZone, week: 'always', exceptions: [] });
  zones.set(timeZone, known);
  return known;
}

const zones = new Map<string, BusinessCalendar>();

function firstMomentOf(day: string, calendar: BusinessCalendar): string | undefined {
  const [first] = openIntervals(day, calendar);
  return first && instant(first.start);
}

/** The day `YYYY-MM-DD` of a moment. */
export const dayText = (moment: string, timeZone: string): string => dayOf(moment, zone(timeZone));
