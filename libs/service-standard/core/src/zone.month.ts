import { compileCalendar, dayOf, type BusinessCalendar } from '@tenure/calendar';

/** `YYYY-MM` of a moment (epoch milliseconds) on the clocks of a time zone. */
export const monthIn = (timeZone: string, moment: number): string => dayOf(moment, zone(timeZone)).slice(0, 7);

const zones = new Map<string, BusinessCalendar>();

function zone(timeZone: string): BusinessCalendar {
  const known = zones.get(timeZone) ?? compileCalendar({ timeZone, week: 'always', exceptions: [] });
  zones.set(timeZone, known);
  return known;
}
