import { dayNumber } from './civil.day';
import { dayAt, startOfDayNumber } from './zone.days';

/** A month by the clock of a zone: from its first moment up to, not including, that of the next one; ISO 8601 UTC. */
export interface MonthWindow {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly from: string;
  readonly until: string;
}

/** `YYYY-MM` of the years 1900 to 2199, of which clocks are known. */
export const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** The month `YYYY-MM` that a moment (epoch milliseconds) is of on the clock of a zone. */
export const monthAt = (epochMs: number, timeZone: string): string => dayAt(epochMs, timeZone).slice(0, 7);

/** So many months later, or before where negative. */
export function monthsLater(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** `YYYY-MM` of each month from the first to the last, both included; none where the last is before the first. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthsLater(month, 1)) months.push(month);
  return months;
}

/** `month` is `YYYY-MM`. */
export const windowOfMonth = (month: string, timeZone: string): MonthWindow => ({
  month,
  from: startOf(month, timeZone),
  until: startOf(monthsLater(month, 1), timeZone),
});

const startOf = (month: string, timeZone: string): string =>
  new Date(startOfDayNumber(dayNumber(`${month}-01`), timeZone)).toISOString();
