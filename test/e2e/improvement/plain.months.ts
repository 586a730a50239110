import { DateTime } from 'luxon';

export interface Month {
  /** `2017-12`. */
  readonly month: string;
  readonly from: number;
  readonly until: number;
}

/** From the first to the last, both included. */
export function monthsOf(first: string, last: string, zone: string): Month[] {
  const months: Month[] = [];
  let start = DateTime.fromISO(first, { zone });
  while (start.toFormat('yyyy-MM') <= last) {
    const next = start.plus({ months: 1 });
    months.push({ month: start.toFormat('yyyy-MM'), from: start.toMillis(), until: next.toMillis() });
    start = next;
  }
  return months;
}

export const dayNumber = (at: number, zone: string): number =>
  Math.floor(DateTime.fromMillis(at, { zone }).setZone('utc', { keepLocalTime: true }).toMillis() / 86_400_000);
