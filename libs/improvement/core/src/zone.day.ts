import { dayNumber, startOfDayNumber } from '@tenure/calendar';
import { instant } from '@tenure/kernel';

/** When a day `YYYY-MM-DD` begins on the clocks of a time zone: ISO 8601 UTC. */
export const startOfDay = (day: string, timeZone: string): string =>
  instant(startOfDayNumber(dayNumber(day), timeZone));

/** When it is over, which is when the next one begins. */
export const endOfDay = (day: string, timeZone: string): string =>
  instant(startOfDayNumber(dayNumber(day) + 1, timeZone));
