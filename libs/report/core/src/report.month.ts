import { dayAt, MONTH, monthsLater, windowOfMonth, type MonthWindow } from '@tenure/calendar';
import { instant, isAfter } from '@tenure/kernel';

/** A calendar month, as the clocks of a time zone have it. */
export interface ReportMonth extends MonthWindow {
  readonly timeZone: string;
}

/** Undefined where the text is no month. */
export const monthOf = (month: string, timeZone: string): ReportMonth | undefined =>
  MONTH.test(month) ? { ...windowOfMonth(month, timeZone), timeZone } : undefined;

/** So many months before, by the clocks of the same zone, so that windows meet and don't overlap. */
export const monthBefore = ({ month, timeZone }: ReportMonth, count: number): ReportMonth => ({
  ...windowOfMonth(monthsLater(month, -count), timeZone),
  timeZone,
});

/** The last that belongs to the month: what is known "by" a moment includes it, and `until` is of the next month. */
export const lastMomentOf = ({ until }: ReportMonth): string => instant(Date.parse(until) - 1);

/** Whether a month is over, is the present one, or has yet to come. */
export function standingOf({ from, until }: ReportMonth, now: string): 'over' | 'running' | 'to-come' {
  if (isAfter(from, now)) return 'to-come';
  return isAfter(until, now) ? 'running' : 'over';
}

/** The day `YYYY-MM-DD` of a moment. */
export const dayText = (moment: string, timeZone: string): string => dayAt(Date.parse(moment), timeZone);
