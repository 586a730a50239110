import { dayNumberOf, dayText, parseDay, startOfDayNumber } from '@tenure/calendar';
import { instant } from '@tenure/kernel';
import type { MetricWindow } from '@tenure/metric-contract';

/** `YYYY-MM` of each month from the first to the last, both included; none where the last is before the first. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

/** A month `YYYY-MM` from its first moment to that of the next, on the clocks of a time zone. */
export const windowOfMonth = (month: string, timeZone: string): MetricWindow => ({
  from: startOf(month, timeZone),
  until: startOf(monthAfter(month), timeZone),
});

const monthAfter = (month: string): string => monthsBefore(month, -1);

const firstDayOf = (month: string): number => parseDay(`${month}-01`) ?? 0;

const startOf = (month: string, timeZone: string): string => instant(startOfDayNumber(firstDayOf(month), timeZone));

/** The month that a moment (epoch milliseconds) lies in, on the clocks of a time zone. */
export const monthOf = (moment: number, timeZone: string): string => dayText(dayNumberOf(moment, timeZone)).slice(0, 7);

/** So many months before or, where negative, after. */
export function monthsBefore(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
