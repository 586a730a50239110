import type { SpendWindow } from '@tenure/tier-contract';

/** The same moment so many months later (UTC); the last day of a month that is too short. */
export function addMonths(atMs: number, months: number): number {
  const at = new Date(atMs);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const timeOfDayMs = atMs - Date.UTC(year, at.getUTCMonth(), at.getUTCDate());
  return Date.UTC(year, month, Math.min(at.getUTCDate(), lastDay)) + timeOfDayMs;
}

/** How many whole months lie between two moments; 0 where the end is not after the start. */
export function fullMonthsBetween(fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return addMonths(fromMs, months) <= toMs ? months : months - 1;
}

/** When something that happened at a moment leaves the window: from here on it no longer counts. */
export const endOfWindow = (atMs: number, { unit, length }: SpendWindow): number => {
  switch (unit) {
    case 'months':
      return addMonths(atMs, length);
    case 'days':
      return atMs + length * 86_400_000;
  }
};
