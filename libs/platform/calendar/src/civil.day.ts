import { WEEKDAYS, type Weekday } from './calendar.definition';

export const SECONDS_OF_DAY = 86_400;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01 of `YYYY-MM-DD`; `undefined` where there is no such day. */
export function parseDay(text: string): number | undefined {
  if (!DAY.test(text)) return undefined;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(epochMs)) return undefined;
  const day = epochMs / (SECONDS_OF_DAY * 1000);
  // Date.parse takes 31 February for 2 March.
  return dayText(day) === text ? day : undefined;
}

/** As `parseDay`; throws a RangeError where there is no such day. */
export function dayNumber(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`${text} is no day; a day looks like 2026-10-01`);
  return day;
}

export const dayText = (day: number): string => new Date(day * SECONDS_OF_DAY * 1000).toISOString().slice(0, 10);

const DAYS_OF_400_YEARS = 146_097;

/**
 * A Date would do, but this is asked too often to leave garbage. Years that begin in March, counted in cycles of 400:
 * https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export function yearOfDay(day: number): number {
  const sinceMarchOfYear0 = day + 719_468;
  const cycle = Math.floor(sinceMarchOfYear0 / DAYS_OF_400_YEARS);
  const of = sinceMarchOfYear0 - cycle * DAYS_OF_400_YEARS;
  const leapDays = Math.floor(of / 1460) - Math.floor(of / 36_524) + Math.floor(of / 146_096);
  const year = Math.floor((of - leapDays) / 365);
  const dayOfYear = of - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return cycle * 400 + year + (dayOfYear < DAYS_FROM_MARCH_TO_JANUARY ? 0 : 1);
}

const DAYS_FROM_MARCH_TO_JANUARY = 306;

/** 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const weekdayOf = (day: number): Weekday => WEEKDAYS[weekdayIndex(day)] ?? 'monday';
