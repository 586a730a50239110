import { dayText, SECONDS_OF_DAY } from './civil.day';
import { zoneClock } from './zone.clock';

/** The day, counted from 1970-01-01, that a moment (epoch milliseconds) is of on the clock of a zone. */
export function dayNumberOf(epochMs: number, timeZone: string): number {
  const second = Math.floor(epochMs / 1000);
  return Math.floor((second + zoneClock(timeZone).offsetAt(second)) / SECONDS_OF_DAY);
}

/** The day `YYYY-MM-DD` that a moment (epoch milliseconds) is of on the clock of a zone. */
export const dayAt = (epochMs: number, timeZone: string): string => dayText(dayNumberOf(epochMs, timeZone));

/** The first moment, in epoch milliseconds, of a day counted from 1970-01-01 on the clock of a zone. */
export function startOfDayNumber(day: number, timeZone: string): number {
  const midnight = day * SECONDS_OF_DAY;
  const startBy = (second: number): number => midnight - zoneClock(timeZone).offsetAt(second);
  // Where clocks are set about midnight the offsets of before and after are two; no zone is a whole day from UTC.
  const [one, other] = [startBy(midnight - SECONDS_OF_DAY), startBy(midnight + SECONDS_OF_DAY)];
  const early = Math.min(one, other);
  return (dayNumberOf(early * 1000, timeZone) === day ? early : Math.max(one, other)) * 1000;
}
