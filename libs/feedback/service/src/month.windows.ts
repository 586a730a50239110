import { DateTime } from 'luxon';

/** A calendar month by the clocks of a zone: from its first moment up to, not including, that of the next; ISO 8601 UTC. */
export interface MonthWindow {
  /** `yyyy-MM`. */
  readonly month: string;
  readonly from: string;
  readonly until: string;
}

export const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** The month that a moment (ISO 8601) is of. */
export const monthAt = (at: string, timeZone: string): string =>
  DateTime.fromISO(at, { zone: timeZone }).toFormat('yyyy-MM');

/** So many months later, or before where negative. */
export const monthsLater = (month: string, months: number): string =>
  DateTime.fromISO(month, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM');

/** All months from one to another, both included; none where they are the wrong way round. */
export function monthWindows(first: string, last: string, timeZone: string): readonly MonthWindow[] {
  const windows: MonthWindow[] = [];
  for (let month = first; month <= last; month = monthsLater(month, 1)) {
    const [from, until] = [month, monthsLater(month, 1)].map((one) => startOf(one, timeZone));
    if (from !== undefined && until !== undefined) windows.push({ month, from, until });
  }
  return windows;
}

const startOf = (month: string, timeZone: string): string =>
  new Date(DateTime.fromISO(month, { zone: timeZone }).toMillis()).toISOString();
