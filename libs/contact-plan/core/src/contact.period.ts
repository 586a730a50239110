import { compileCalendar, dayOf, localText, openIntervals, type BusinessCalendar } from '@tenure/calendar';
import type { ContactPeriod, PlannedContact } from '@tenure/policy-contract';

/** One period of the calendar; times ISO 8601 with the offset of its time zone. */
export interface PlanPeriod {
  /** `2026-11`, `2026-Q4` or `2026`; of several, the first and the last, as `2026-01_2026-02`. */
  readonly name: string;
  readonly from: string;
  /** Where the next one begins. */
  readonly until: string;
}

/**
 * The period in which a moment (ISO 8601) lies, by the clock of a time zone (IANA). Periods of several months are counted
 * from the year 0, so that those of 2, 3, 4, 6 and 12 months begin with a year.
 */
export function periodAt(at: string, { unit, count }: PlannedContact['every'], timeZone: string): PlanPeriod {
  const calendar = aroundTheClock(timeZone);
  const [year = 0, month = 1] = dayOf(at, calendar).split('-').map(Number);
  const months = MONTHS[unit] * count;
  const first = Math.floor((year * 12 + month - 1) / months) * months;
  const names = [nameOf(first, unit), nameOf(first + months - 1, unit)];
  return {
    name: [...new Set(names)].join('_'),
    from: startOf(first, calendar),
    until: startOf(first + months, calendar),
  };
}

const MONTHS: Readonly<Record<ContactPeriod, number>> = { month: 1, quarter: 3, year: 12 };

/** Of the unit that a month, counted from the year 0, lies in. */
function nameOf(month: number, unit: ContactPeriod): string {
  switch (unit) {
    case 'month':
      return monthText(month);
    case 'quarter':
      return `${yearText(month)}-Q${Math.floor((month % 12) / 3) + 1}`;
    case 'year':
      return yearText(month);
  }
}

function startOf(month: number, calendar: BusinessCalendar): string {
  const [first] = openIntervals(`${monthText(month)}-01`, calendar);
  return localText(first?.start ?? 0, calendar);
}

const yearText = (month: number): string => `${Math.floor(month / 12)}`.padStart(4, '0');
const monthText = (month: number): string => `${yearText(month)}-${`${(month % 12) + 1}`.padStart(2, '0')}`;

const calendars = new Map<string, BusinessCalendar>();

/** Kept, as a calendar works its years out but once. */
function aroundTheClock(timeZone: string): BusinessCalendar {
  const known = calendars.get(timeZone);
  if (known) return known;
  const calendar = compileCalendar({ timeZone, week: 'always', exceptions: [] });
  calendars.set(timeZone, calendar);
  return calendar;
}
