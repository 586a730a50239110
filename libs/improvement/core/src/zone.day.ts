import { compileCalendar, dayOf, openIntervals, type BusinessCalendar } from '@tenure/calendar';
import { instant } from '@tenure/kernel';

/** When a day `YYYY-MM-DD` begins on the clocks of a time zone: ISO 8601 UTC. */
export const startOfDay = (day: string, timeZone: string): string =>
  instant(openIntervals(day, always(timeZone))[0]?.start ?? Date.parse(day));

/** When it is over, which is when the next one begins. */
export const endOfDay = (day: string, timeZone: string): string =>
  instant(openIntervals(day, always(timeZone)).at(-1)?.end ?? Date.parse(day));

/** The day of a moment (ISO 8601) on the clocks of a time zone. */
export const dayAt = (moment: string, timeZone: string): string => dayOf(Date.parse(moment), always(timeZone));

const zones = new Map<string, BusinessCalendar>();

function always(timeZone: string): BusinessCalendar {
  const known = zones.get(timeZone) ?? compileCalendar({ timeZone, week: 'always', exceptions: [] });
  zones.set(timeZone, known);
  return known;
}
