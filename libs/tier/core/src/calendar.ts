import type { SpendWindow } from '@tenure/policy-contract';

const DAY_MS = 86_400_000;
const { floor } = Math;

/** The same moment so many months later (UTC); the last day of a month that is too short. */
export function addMonths(atMs: number, months: number): number {
  const dayNumber = floor(atMs / DAY_MS);
  const { month, day } = dateOf(dayNumber);
  const first = dayNumberOf(month + months);
  const length = dayNumberOf(month + months + 1) - first;
  return (first + Math.min(day, length - 1)) * DAY_MS + (atMs - dayNumber * DAY_MS);
}

/** How many whole months lie between two moments; 0 where the end is not after the start. */
export function fullMonthsBetween(fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const months = dateOf(floor(toMs / DAY_MS)).month - dateOf(floor(fromMs / DAY_MS)).month;
  return addMonths(fromMs, months) <= toMs ? months : months - 1;
}

/** When something that happened at a moment leaves the window: from here on it no longer counts. */
export const endOfWindow = (atMs: number, { unit, length }: SpendWindow): number => {
  switch (unit) {
    case 'months':
      return addMonths(atMs, length);
    case 'days':
      return atMs + length * DAY_MS;
  }
};

/**
 * Months since 0000-03, and days since the month's first, of a day counted from 1970-01-01. Years are taken to begin in
 * March, so that the leap day is their last. Without Date objects, as every judgement asks this of every purchase.
 * After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
function dateOf(dayNumber: number): { month: number; day: number } {
  const shifted = dayNumber + 719_468;
  const era = floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = floor(dayOfEra / 1_460) - floor(dayOfEra / 36_524) + floor(dayOfEra / 146_096);
  const yearOfEra = floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const monthOfYear = floor((5 * dayOfYear + 2) / 153);
  return {
    month: (era * 400 + yearOfEra) * 12 + monthOfYear,
    day: dayOfYear - floor((153 * monthOfYear + 2) / 5),
  };
}

/** Day, counted from 1970-01-01, on which a month since 0000-03 begins. */
function dayNumberOf(month: number): number {
  const year = floor(month / 12);
  const dayOfYear = floor((153 * (month - year * 12) + 2) / 5);
  return 365 * year + floor(year / 4) - floor(year / 100) + floor(year / 400) + dayOfYear - 719_468;
}
