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

export const dayText = (day: number): string => dateOf(day).toISOString().slice(0, 10);

export const yearOfDay = (day: number): number => dateOf(day).getUTCFullYear();

/** 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const weekdayOf = (day: number): Weekday => WEEKDAYS[weekdayIndex(day)] ?? 'monday';

const dateOf = (day: number): Date => new Date(day * SECONDS_OF_DAY * 1000);
